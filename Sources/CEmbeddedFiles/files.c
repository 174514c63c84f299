// Written by Scripts/embed: do not edit.
#include "CEmbeddedFiles.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../Reports/Assets/openapi.json" suffix(, )
0};
static const unsigned char file_1[] = {
#embed "../Reports/Assets/style.css" suffix(, )
0};
static const unsigned char file_2[] = {
#embed "../Reports/Assets/templates/block.mustache" suffix(, )
0};
static const unsigned char file_3[] = {
#embed "../Reports/Assets/templates/landing.mustache" suffix(, )
0};
static const unsigned char file_4[] = {
#embed "../Reports/Assets/templates/page.mustache" suffix(, )
0};
static const unsigned char file_5[] = {
#embed "../Reports/Assets/templates/reading.mustache" suffix(, )
0};
static const unsigned char file_6[] = {
#embed "../Reports/Assets/templates/table.mustache" suffix(, )
0};
static const unsigned char file_7[] = {
#embed "../Reports/Assets/texts/audit-en.yaml" suffix(, )
0};
static const unsigned char file_8[] = {
#embed "../Reports/Assets/texts/audit-zh.yaml" suffix(, )
0};
static const unsigned char file_9[] = {
#embed "../Reports/Assets/texts/cases-en.yaml" suffix(, )
0};
static const unsigned char file_10[] = {
#embed "../Reports/Assets/texts/cases-zh.yaml" suffix(, )
0};
static const unsigned char file_11[] = {
#embed "../Reports/Assets/texts/charts-en.yaml" suffix(, )
0};
static const unsigned char file_12[] = {
#embed "../Reports/Assets/texts/charts-zh.yaml" suffix(, )
0};
static const unsigned char file_13[] = {
#embed "../Reports/Assets/texts/compare-en.yaml" suffix(, )
0};
static const unsigned char file_14[] = {
#embed "../Reports/Assets/texts/compare-zh.yaml" suffix(, )
0};
static const unsigned char file_15[] = {
#embed "../Reports/Assets/texts/decomposition-en.yaml" suffix(, )
0};
static const unsigned char file_16[] = {
#embed "../Reports/Assets/texts/decomposition-zh.yaml" suffix(, )
0};
static const unsigned char file_17[] = {
#embed "../Reports/Assets/texts/dialogue-en.yaml" suffix(, )
0};
static const unsigned char file_18[] = {
#embed "../Reports/Assets/texts/dialogue-zh.yaml" suffix(, )
0};
static const unsigned char file_19[] = {
#embed "../Reports/Assets/texts/distribution-en.yaml" suffix(, )
0};
static const unsigned char file_20[] = {
#embed "../Reports/Assets/texts/distribution-zh.yaml" suffix(, )
0};
static const unsigned char file_21[] = {
#embed "../Reports/Assets/texts/doctor-en.yaml" suffix(, )
0};
static const unsigned char file_22[] = {
#embed "../Reports/Assets/texts/doctor-zh.yaml" suffix(, )
0};
static const unsigned char file_23[] = {
#embed "../Reports/Assets/texts/drivers-en.yaml" suffix(, )
0};
static const unsigned char file_24[] = {
#embed "../Reports/Assets/texts/drivers-zh.yaml" suffix(, )
0};
static const unsigned char file_25[] = {
#embed "../Reports/Assets/texts/efficiency-en.yaml" suffix(, )
0};
static const unsigned char file_26[] = {
#embed "../Reports/Assets/texts/efficiency-zh.yaml" suffix(, )
0};
static const unsigned char file_27[] = {
#embed "../Reports/Assets/texts/exchange-en.yaml" suffix(, )
0};
static const unsigned char file_28[] = {
#embed "../Reports/Assets/texts/exchange-zh.yaml" suffix(, )
0};
static const unsigned char file_29[] = {
#embed "../Reports/Assets/texts/faults-en.yaml" suffix(, )
0};
static const unsigned char file_30[] = {
#embed "../Reports/Assets/texts/faults-zh.yaml" suffix(, )
0};
static const unsigned char file_31[] = {
#embed "../Reports/Assets/texts/frameworks-en.yaml" suffix(, )
0};
static const unsigned char file_32[] = {
#embed "../Reports/Assets/texts/frameworks-zh.yaml" suffix(, )
0};
static const unsigned char file_33[] = {
#embed "../Reports/Assets/texts/iati-en.yaml" suffix(, )
0};
static const unsigned char file_34[] = {
#embed "../Reports/Assets/texts/iati-zh.yaml" suffix(, )
0};
static const unsigned char file_35[] = {
#embed "../Reports/Assets/texts/import-en.yaml" suffix(, )
0};
static const unsigned char file_36[] = {
#embed "../Reports/Assets/texts/import-zh.yaml" suffix(, )
0};
static const unsigned char file_37[] = {
#embed "../Reports/Assets/texts/index-en.yaml" suffix(, )
0};
static const unsigned char file_38[] = {
#embed "../Reports/Assets/texts/index-panel-en.yaml" suffix(, )
0};
static const unsigned char file_39[] = {
#embed "../Reports/Assets/texts/index-panel-zh.yaml" suffix(, )
0};
static const unsigned char file_40[] = {
#embed "../Reports/Assets/texts/index-study-en.yaml" suffix(, )
0};
static const unsigned char file_41[] = {
#embed "../Reports/Assets/texts/index-study-zh.yaml" suffix(, )
0};
static const unsigned char file_42[] = {
#embed "../Reports/Assets/texts/index-zh.yaml" suffix(, )
0};
static const unsigned char file_43[] = {
#embed "../Reports/Assets/texts/io-en.yaml" suffix(, )
0};
static const unsigned char file_44[] = {
#embed "../Reports/Assets/texts/io-tables-en.yaml" suffix(, )
0};
static const unsigned char file_45[] = {
#embed "../Reports/Assets/texts/io-tables-zh.yaml" suffix(, )
0};
static const unsigned char file_46[] = {
#embed "../Reports/Assets/texts/io-trade-en.yaml" suffix(, )
0};
static const unsigned char file_47[] = {
#embed "../Reports/Assets/texts/io-trade-zh.yaml" suffix(, )
0};
static const unsigned char file_48[] = {
#embed "../Reports/Assets/texts/io-zh.yaml" suffix(, )
0};
static const unsigned char file_49[] = {
#embed "../Reports/Assets/texts/jobs-en.yaml" suffix(, )
0};
static const unsigned char file_50[] = {
#embed "../Reports/Assets/texts/jobs-zh.yaml" suffix(, )
0};
static const unsigned char file_51[] = {
#embed "../Reports/Assets/texts/learning-en.yaml" suffix(, )
0};
static const unsigned char file_52[] = {
#embed "../Reports/Assets/texts/learning-zh.yaml" suffix(, )
0};
static const unsigned char file_53[] = {
#embed "../Reports/Assets/texts/live-en.yaml" suffix(, )
0};
static const unsigned char file_54[] = {
#embed "../Reports/Assets/texts/live-zh.yaml" suffix(, )
0};
static const unsigned char file_55[] = {
#embed "../Reports/Assets/texts/model-analysis-en.yaml" suffix(, )
0};
static const unsigned char file_56[] = {
#embed "../Reports/Assets/texts/model-analysis-zh.yaml" suffix(, )
0};
static const unsigned char file_57[] = {
#embed "../Reports/Assets/texts/models-en.yaml" suffix(, )
0};
static const unsigned char file_58[] = {
#embed "../Reports/Assets/texts/models-zh.yaml" suffix(, )
0};
static const unsigned char file_59[] = {
#embed "../Reports/Assets/texts/package-en.yaml" suffix(, )
0};
static const unsigned char file_60[] = {
#embed "../Reports/Assets/texts/package-zh.yaml" suffix(, )
0};
static const unsigned char file_61[] = {
#embed "../Reports/Assets/texts/pages-en.yaml" suffix(, )
0};
static const unsigned char file_62[] = {
#embed "../Reports/Assets/texts/pages-zh.yaml" suffix(, )
0};
static const unsigned char file_63[] = {
#embed "../Reports/Assets/texts/parks-en.yaml" suffix(, )
0};
static const unsigned char file_64[] = {
#embed "../Reports/Assets/texts/parks-zh.yaml" suffix(, )
0};
static const unsigned char file_65[] = {
#embed "../Reports/Assets/texts/productivity-en.yaml" suffix(, )
0};
static const unsigned char file_66[] = {
#embed "../Reports/Assets/texts/productivity-zh.yaml" suffix(, )
0};
static const unsigned char file_67[] = {
#embed "../Reports/Assets/texts/programme-en.yaml" suffix(, )
0};
static const unsigned char file_68[] = {
#embed "../Reports/Assets/texts/programme-zh.yaml" suffix(, )
0};
static const unsigned char file_69[] = {
#embed "../Reports/Assets/texts/redlines-en.yaml" suffix(, )
0};
static const unsigned char file_70[] = {
#embed "../Reports/Assets/texts/redlines-zh.yaml" suffix(, )
0};
static const unsigned char file_71[] = {
#embed "../Reports/Assets/texts/regional-en.yaml" suffix(, )
0};
static const unsigned char file_72[] = {
#embed "../Reports/Assets/texts/regional-zh.yaml" suffix(, )
0};
static const unsigned char file_73[] = {
#embed "../Reports/Assets/texts/responsibility-en.yaml" suffix(, )
0};
static const unsigned char file_74[] = {
#embed "../Reports/Assets/texts/responsibility-zh.yaml" suffix(, )
0};
static const unsigned char file_75[] = {
#embed "../Reports/Assets/texts/revisions-en.yaml" suffix(, )
0};
static const unsigned char file_76[] = {
#embed "../Reports/Assets/texts/revisions-zh.yaml" suffix(, )
0};
static const unsigned char file_77[] = {
#embed "../Reports/Assets/texts/sdmx-en.yaml" suffix(, )
0};
static const unsigned char file_78[] = {
#embed "../Reports/Assets/texts/sdmx-zh.yaml" suffix(, )
0};
static const unsigned char file_79[] = {
#embed "../Reports/Assets/texts/shocks-en.yaml" suffix(, )
0};
static const unsigned char file_80[] = {
#embed "../Reports/Assets/texts/shocks-zh.yaml" suffix(, )
0};
static const unsigned char file_81[] = {
#embed "../Reports/Assets/texts/simulations-en.yaml" suffix(, )
0};
static const unsigned char file_82[] = {
#embed "../Reports/Assets/texts/simulations-zh.yaml" suffix(, )
0};
static const unsigned char file_83[] = {
#embed "../Reports/Assets/texts/steps-en.yaml" suffix(, )
0};
static const unsigned char file_84[] = {
#embed "../Reports/Assets/texts/steps-zh.yaml" suffix(, )
0};
static const unsigned char file_85[] = {
#embed "../Reports/Assets/texts/targets-en.yaml" suffix(, )
0};
static const unsigned char file_86[] = {
#embed "../Reports/Assets/texts/targets-zh.yaml" suffix(, )
0};
static const unsigned char file_87[] = {
#embed "../Reports/Assets/texts/terms-en.yaml" suffix(, )
0};
static const unsigned char file_88[] = {
#embed "../Reports/Assets/texts/terms-zh.yaml" suffix(, )
0};
static const unsigned char file_89[] = {
#embed "../Reports/Assets/texts/trade-en.yaml" suffix(, )
0};
static const unsigned char file_90[] = {
#embed "../Reports/Assets/texts/trade-zh.yaml" suffix(, )
0};
static const unsigned char file_91[] = {
#embed "../Reports/Assets/texts/workbook-en.yaml" suffix(, )
0};
static const unsigned char file_92[] = {
#embed "../Reports/Assets/texts/workbook-zh.yaml" suffix(, )
0};
static const unsigned char file_93[] = {
#embed "../Reports/Assets/units.yaml" suffix(, )
0};
static const unsigned char file_94[] = {
#embed "../../Examples/jiangsu/README.md" suffix(, )
0};
static const unsigned char file_95[] = {
#embed "../../Examples/jiangsu/areas.csv" suffix(, )
0};
static const unsigned char file_96[] = {
#embed "../../Examples/jiangsu/cases/clean-air-263.yaml" suffix(, )
0};
static const unsigned char file_97[] = {
#embed "../../Examples/jiangsu/cases/suzhou-carbon-intensity.yaml" suffix(, )
0};
static const unsigned char file_98[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/course.yaml" suffix(, )
0};
static const unsigned char file_99[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/known-then.yaml" suffix(, )
0};
static const unsigned char file_100[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/ranks-by-weights.yaml" suffix(, )
0};
static const unsigned char file_101[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/revised-base.yaml" suffix(, )
0};
static const unsigned char file_102[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/share-of-indicator.yaml" suffix(, )
0};
static const unsigned char file_103[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/surely-above.yaml" suffix(, )
0};
static const unsigned char file_104[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/exercises/width-from-rounding.yaml" suffix(, )
0};
static const unsigned char file_105[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/uncertainty-en.md" suffix(, )
0};
static const unsigned char file_106[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/uncertainty-zh.md" suffix(, )
0};
static const unsigned char file_107[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/vintages-en.md" suffix(, )
0};
static const unsigned char file_108[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/vintages-zh.md" suffix(, )
0};
static const unsigned char file_109[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/weights-en.md" suffix(, )
0};
static const unsigned char file_110[] = {
#embed "../../Examples/jiangsu/courses/figures-and-doubts/lessons/weights-zh.md" suffix(, )
0};
static const unsigned char file_111[] = {
#embed "../../Examples/jiangsu/courses/green-economy/course.yaml" suffix(, )
0};
static const unsigned char file_112[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/additional-money.yaml" suffix(, )
0};
static const unsigned char file_113[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/best-practice.yaml" suffix(, )
0};
static const unsigned char file_114[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/cap-or-rate.yaml" suffix(, )
0};
static const unsigned char file_115[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/compound-change.yaml" suffix(, )
0};
static const unsigned char file_116[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/decoupling-state.yaml" suffix(, )
0};
static const unsigned char file_117[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/elasticity.yaml" suffix(, )
0};
static const unsigned char file_118[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/energy-to-save.yaml" suffix(, )
0};
static const unsigned char file_119[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/index-of-province.yaml" suffix(, )
0};
static const unsigned char file_120[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/intensity-effect.yaml" suffix(, )
0};
static const unsigned char file_121[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/monitored-sections.yaml" suffix(, )
0};
static const unsigned char file_122[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/names-alike.yaml" suffix(, )
0};
static const unsigned char file_123[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/net-jobs.yaml" suffix(, )
0};
static const unsigned char file_124[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/own-study.yaml" suffix(, )
0};
static const unsigned char file_125[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/paid-elsewhere.yaml" suffix(, )
0};
static const unsigned char file_126[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/park-gate.yaml" suffix(, )
0};
static const unsigned char file_127[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/partnership-goals.yaml" suffix(, )
0};
static const unsigned char file_128[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/points-or-per-cent.yaml" suffix(, )
0};
static const unsigned char file_129[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/progress-beyond-target.yaml" suffix(, )
0};
static const unsigned char file_130[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/rate-still-needed.yaml" suffix(, )
0};
static const unsigned char file_131[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/redline-floor.yaml" suffix(, )
0};
static const unsigned char file_132[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/test-average.yaml" suffix(, )
0};
static const unsigned char file_133[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/test-compound.yaml" suffix(, )
0};
static const unsigned char file_134[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/test-decoupling.yaml" suffix(, )
0};
static const unsigned char file_135[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/test-net.yaml" suffix(, )
0};
static const unsigned char file_136[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/weakest-dimensions.yaml" suffix(, )
0};
static const unsigned char file_137[] = {
#embed "../../Examples/jiangsu/courses/green-economy/exercises/yearly-rate.yaml" suffix(, )
0};
static const unsigned char file_138[] = {
#embed "../../Examples/jiangsu/courses/green-economy/files/own-study-no-window.yaml" suffix(, )
0};
static const unsigned char file_139[] = {
#embed "../../Examples/jiangsu/courses/green-economy/files/own-study.yaml" suffix(, )
0};
static const unsigned char file_140[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/green-finance-en.md" suffix(, )
0};
static const unsigned char file_141[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/green-finance-zh.md" suffix(, )
0};
static const unsigned char file_142[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/green-parks-en.md" suffix(, )
0};
static const unsigned char file_143[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/green-parks-zh.md" suffix(, )
0};
static const unsigned char file_144[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/inclusive-green-economy-en.md" suffix(, )
0};
static const unsigned char file_145[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/inclusive-green-economy-zh.md" suffix(, )
0};
static const unsigned char file_146[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/industrial-policy-en.md" suffix(, )
0};
static const unsigned char file_147[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/industrial-policy-zh.md" suffix(, )
0};
static const unsigned char file_148[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/measuring-progress-en.md" suffix(, )
0};
static const unsigned char file_149[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/measuring-progress-zh.md" suffix(, )
0};
static const unsigned char file_150[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/natural-capital-en.md" suffix(, )
0};
static const unsigned char file_151[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/natural-capital-zh.md" suffix(, )
0};
static const unsigned char file_152[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/sustainable-development-goals-en.md" suffix(, )
0};
static const unsigned char file_153[] = {
#embed "../../Examples/jiangsu/courses/green-economy/lessons/sustainable-development-goals-zh.md" suffix(, )
0};
static const unsigned char file_154[] = {
#embed "../../Examples/jiangsu/data/energy-intensity-2016-2019.csv" suffix(, )
0};
static const unsigned char file_155[] = {
#embed "../../Examples/jiangsu/data/energy-intensity-2016-2019.source.yaml" suffix(, )
0};
static const unsigned char file_156[] = {
#embed "../../Examples/jiangsu/data/energy-intensity-2020.csv" suffix(, )
0};
static const unsigned char file_157[] = {
#embed "../../Examples/jiangsu/data/energy-intensity-2020.source.yaml" suffix(, )
0};
static const unsigned char file_158[] = {
#embed "../../Examples/jiangsu/data/green-development-index-2016-ranks.csv" suffix(, )
0};
static const unsigned char file_159[] = {
#embed "../../Examples/jiangsu/data/green-development-index-2016-ranks.source.yaml" suffix(, )
0};
static const unsigned char file_160[] = {
#embed "../../Examples/jiangsu/data/green-development-index-2016.csv" suffix(, )
0};
static const unsigned char file_161[] = {
#embed "../../Examples/jiangsu/data/green-development-index-2016.source.yaml" suffix(, )
0};
static const unsigned char file_162[] = {
#embed "../../Examples/jiangsu/data/illustrative-cities.csv" suffix(, )
0};
static const unsigned char file_163[] = {
#embed "../../Examples/jiangsu/data/illustrative-cities.source.yaml" suffix(, )
0};
static const unsigned char file_164[] = {
#embed "../../Examples/jiangsu/data/plan-13fyp-observations.csv" suffix(, )
0};
static const unsigned char file_165[] = {
#embed "../../Examples/jiangsu/data/plan-13fyp-observations.source.yaml" suffix(, )
0};
static const unsigned char file_166[] = {
#embed "../../Examples/jiangsu/dialogues/green-priorities/answers.csv" suffix(, )
0};
static const unsigned char file_167[] = {
#embed "../../Examples/jiangsu/dialogues/green-priorities/dialogue.yaml" suffix(, )
0};
static const unsigned char file_168[] = {
#embed "../../Examples/jiangsu/frameworks/eco-parks-illustrative.csv" suffix(, )
0};
static const unsigned char file_169[] = {
#embed "../../Examples/jiangsu/frameworks/eco-parks-illustrative.source.yaml" suffix(, )
0};
static const unsigned char file_170[] = {
#embed "../../Examples/jiangsu/frameworks/energy-saving-2020.csv" suffix(, )
0};
static const unsigned char file_171[] = {
#embed "../../Examples/jiangsu/frameworks/green-development-2016.csv" suffix(, )
0};
static const unsigned char file_172[] = {
#embed "../../Examples/jiangsu/frameworks/green-development-2016.source.yaml" suffix(, )
0};
static const unsigned char file_173[] = {
#embed "../../Examples/jiangsu/frameworks/green-economy-progress.csv" suffix(, )
0};
static const unsigned char file_174[] = {
#embed "../../Examples/jiangsu/frameworks/green-economy-progress.source.yaml" suffix(, )
0};
static const unsigned char file_175[] = {
#embed "../../Examples/jiangsu/frameworks/target-assessment-2016-2020-rules.csv" suffix(, )
0};
static const unsigned char file_176[] = {
#embed "../../Examples/jiangsu/frameworks/target-assessment-2016-2020-rules.source.yaml" suffix(, )
0};
static const unsigned char file_177[] = {
#embed "../../Examples/jiangsu/frameworks/target-assessment-2016-2020.csv" suffix(, )
0};
static const unsigned char file_178[] = {
#embed "../../Examples/jiangsu/frameworks/target-assessment-2016-2020.source.yaml" suffix(, )
0};
static const unsigned char file_179[] = {
#embed "../../Examples/jiangsu/greenprint.yaml" suffix(, )
0};
static const unsigned char file_180[] = {
#embed "../../Examples/jiangsu/indicators.csv" suffix(, )
0};
static const unsigned char file_181[] = {
#embed "../../Examples/jiangsu/models/README.md" suffix(, )
0};
static const unsigned char file_182[] = {
#embed "../../Examples/jiangsu/models/business-as-usual.yaml" suffix(, )
0};
static const unsigned char file_183[] = {
#embed "../../Examples/jiangsu/models/green-push-without-just-transition.yaml" suffix(, )
0};
static const unsigned char file_184[] = {
#embed "../../Examples/jiangsu/models/green-push.yaml" suffix(, )
0};
static const unsigned char file_185[] = {
#embed "../../Examples/jiangsu/models/jiangsu-green-economy.xmile" suffix(, )
0};
static const unsigned char file_186[] = {
#embed "../../Examples/jiangsu/models/plan-targets.yaml" suffix(, )
0};
static const unsigned char file_187[] = {
#embed "../../Examples/jiangsu/models/uncertainty.yaml" suffix(, )
0};
static const unsigned char file_188[] = {
#embed "../../Examples/jiangsu/plans/eco-parks-illustrative.csv" suffix(, )
0};
static const unsigned char file_189[] = {
#embed "../../Examples/jiangsu/plans/eco-parks-illustrative.source.yaml" suffix(, )
0};
static const unsigned char file_190[] = {
#embed "../../Examples/jiangsu/plans/targets.csv" suffix(, )
0};
static const unsigned char file_191[] = {
#embed "../../Examples/jiangsu/plans/targets.source.yaml" suffix(, )
0};
static const unsigned char file_192[] = {
#embed "../../Examples/jiangsu/programme/activities.csv" suffix(, )
0};
static const unsigned char file_193[] = {
#embed "../../Examples/jiangsu/programme/activities.source.yaml" suffix(, )
0};
static const unsigned char file_194[] = {
#embed "../../Examples/jiangsu/programme/indicators.csv" suffix(, )
0};
static const unsigned char file_195[] = {
#embed "../../Examples/jiangsu/programme/money.csv" suffix(, )
0};
static const unsigned char file_196[] = {
#embed "../../Examples/jiangsu/programme/organisations.csv" suffix(, )
0};
static const unsigned char file_197[] = {
#embed "../../Examples/jiangsu/programme/participants.csv" suffix(, )
0};
static const unsigned char file_198[] = {
#embed "../../Examples/jiangsu/programme/partners.csv" suffix(, )
0};
static const unsigned char file_199[] = {
#embed "../../Examples/jiangsu/programme/programme.yaml" suffix(, )
0};
static const unsigned char file_200[] = {
#embed "../../Examples/jiangsu/programme/results.csv" suffix(, )
0};
static const unsigned char file_201[] = {
#embed "../../Examples/jiangsu/programme/risks.csv" suffix(, )
0};
static const unsigned char file_202[] = {
#embed "../../Examples/jiangsu/responsibilities.csv" suffix(, )
0};
static const unsigned char file_203[] = {
#embed "../../Examples/jiangsu/studies/eco-parks-illustrative.yaml" suffix(, )
0};
static const unsigned char file_204[] = {
#embed "../../Examples/jiangsu/studies/efficiency-illustration.yaml" suffix(, )
0};
static const unsigned char file_205[] = {
#embed "../../Examples/jiangsu/studies/embodied-trade.yaml" suffix(, )
0};
static const unsigned char file_206[] = {
#embed "../../Examples/jiangsu/studies/energy-decoupling.yaml" suffix(, )
0};
static const unsigned char file_207[] = {
#embed "../../Examples/jiangsu/studies/energy-drivers-2020.yaml" suffix(, )
0};
static const unsigned char file_208[] = {
#embed "../../Examples/jiangsu/studies/energy-drivers.yaml" suffix(, )
0};
static const unsigned char file_209[] = {
#embed "../../Examples/jiangsu/studies/energy-intensity.yaml" suffix(, )
0};
static const unsigned char file_210[] = {
#embed "../../Examples/jiangsu/studies/energy-saving-2020.yaml" suffix(, )
0};
static const unsigned char file_211[] = {
#embed "../../Examples/jiangsu/studies/ensemble-2035.yaml" suffix(, )
0};
static const unsigned char file_212[] = {
#embed "../../Examples/jiangsu/studies/green-development-index-2016.yaml" suffix(, )
0};
static const unsigned char file_213[] = {
#embed "../../Examples/jiangsu/studies/green-economy-progress.yaml" suffix(, )
0};
static const unsigned char file_214[] = {
#embed "../../Examples/jiangsu/studies/green-jobs.yaml" suffix(, )
0};
static const unsigned char file_215[] = {
#embed "../../Examples/jiangsu/studies/plan-12fyp.yaml" suffix(, )
0};
static const unsigned char file_216[] = {
#embed "../../Examples/jiangsu/studies/plan-13fyp.yaml" suffix(, )
0};
static const unsigned char file_217[] = {
#embed "../../Examples/jiangsu/studies/plan-263.yaml" suffix(, )
0};
static const unsigned char file_218[] = {
#embed "../../Examples/jiangsu/studies/plan-china-13fyp.yaml" suffix(, )
0};
static const unsigned char file_219[] = {
#embed "../../Examples/jiangsu/studies/plan-eco-civilisation.yaml" suffix(, )
0};
static const unsigned char file_220[] = {
#embed "../../Examples/jiangsu/studies/plan-energy.yaml" suffix(, )
0};
static const unsigned char file_221[] = {
#embed "../../Examples/jiangsu/studies/plan-xiaokang.yaml" suffix(, )
0};
static const unsigned char file_222[] = {
#embed "../../Examples/jiangsu/studies/scenarios-2035.yaml" suffix(, )
0};
static const unsigned char file_223[] = {
#embed "../../Examples/jiangsu/studies/target-assessment-2016-2020.yaml" suffix(, )
0};
static const unsigned char file_224[] = {
#embed "../../Examples/jiangsu/tables/china-2020.source.yaml" suffix(, )
0};
static const unsigned char file_225[] = {
#embed "../../Examples/jiangsu/tables/china-2020/Y.csv" suffix(, )
0};
static const unsigned char file_226[] = {
#embed "../../Examples/jiangsu/tables/china-2020/Z.csv" suffix(, )
0};
static const unsigned char file_227[] = {
#embed "../../Examples/jiangsu/tables/china-2020/environmental.csv" suffix(, )
0};
static const unsigned char file_228[] = {
#embed "../../Examples/jiangsu/tables/china-2020/imported-uses.csv" suffix(, )
0};
static const unsigned char file_229[] = {
#embed "../../Examples/jiangsu/tables/china-2020/jobs.csv" suffix(, )
0};
static const unsigned char file_230[] = {
#embed "../../Examples/jiangsu/tables/china-2020/primary_F.csv" suffix(, )
0};
static const unsigned char file_231[] = {
#embed "../../Examples/jiangsu/tables/china-2020/purchasers.csv" suffix(, )
0};
static const unsigned char file_232[] = {
#embed "../../Examples/jiangsu/tables/china-2020/sample.csv" suffix(, )
0};
static const unsigned char file_233[] = {
#embed "../../Examples/jiangsu/tables/china-2020/sectors.csv" suffix(, )
0};
static const unsigned char file_234[] = {
#embed "../../Examples/jiangsu/tables/china-2020/unit.csv" suffix(, )
0};
static const unsigned char file_235[] = {
#embed "../../Examples/jiangsu/tables/china-2020/x.csv" suffix(, )
0};

static const struct embedded_file files[] = {
    {"assets/openapi.json", file_0, sizeof file_0 - 1},
    {"assets/style.css", file_1, sizeof file_1 - 1},
    {"assets/templates/block.mustache", file_2, sizeof file_2 - 1},
    {"assets/templates/landing.mustache", file_3, sizeof file_3 - 1},
    {"assets/templates/page.mustache", file_4, sizeof file_4 - 1},
    {"assets/templates/reading.mustache", file_5, sizeof file_5 - 1},
    {"assets/templates/table.mustache", file_6, sizeof file_6 - 1},
    {"assets/texts/audit-en.yaml", file_7, sizeof file_7 - 1},
    {"assets/texts/audit-zh.yaml", file_8, sizeof file_8 - 1},
    {"assets/texts/cases-en.yaml", file_9, sizeof file_9 - 1},
    {"assets/texts/cases-zh.yaml", file_10, sizeof file_10 - 1},
    {"assets/texts/charts-en.yaml", file_11, sizeof file_11 - 1},
    {"assets/texts/charts-zh.yaml", file_12, sizeof file_12 - 1},
    {"assets/texts/compare-en.yaml", file_13, sizeof file_13 - 1},
    {"assets/texts/compare-zh.yaml", file_14, sizeof file_14 - 1},
    {"assets/texts/decomposition-en.yaml", file_15, sizeof file_15 - 1},
    {"assets/texts/decomposition-zh.yaml", file_16, sizeof file_16 - 1},
    {"assets/texts/dialogue-en.yaml", file_17, sizeof file_17 - 1},
    {"assets/texts/dialogue-zh.yaml", file_18, sizeof file_18 - 1},
    {"assets/texts/distribution-en.yaml", file_19, sizeof file_19 - 1},
    {"assets/texts/distribution-zh.yaml", file_20, sizeof file_20 - 1},
    {"assets/texts/doctor-en.yaml", file_21, sizeof file_21 - 1},
    {"assets/texts/doctor-zh.yaml", file_22, sizeof file_22 - 1},
    {"assets/texts/drivers-en.yaml", file_23, sizeof file_23 - 1},
    {"assets/texts/drivers-zh.yaml", file_24, sizeof file_24 - 1},
    {"assets/texts/efficiency-en.yaml", file_25, sizeof file_25 - 1},
    {"assets/texts/efficiency-zh.yaml", file_26, sizeof file_26 - 1},
    {"assets/texts/exchange-en.yaml", file_27, sizeof file_27 - 1},
    {"assets/texts/exchange-zh.yaml", file_28, sizeof file_28 - 1},
    {"assets/texts/faults-en.yaml", file_29, sizeof file_29 - 1},
    {"assets/texts/faults-zh.yaml", file_30, sizeof file_30 - 1},
    {"assets/texts/frameworks-en.yaml", file_31, sizeof file_31 - 1},
    {"assets/texts/frameworks-zh.yaml", file_32, sizeof file_32 - 1},
    {"assets/texts/iati-en.yaml", file_33, sizeof file_33 - 1},
    {"assets/texts/iati-zh.yaml", file_34, sizeof file_34 - 1},
    {"assets/texts/import-en.yaml", file_35, sizeof file_35 - 1},
    {"assets/texts/import-zh.yaml", file_36, sizeof file_36 - 1},
    {"assets/texts/index-en.yaml", file_37, sizeof file_37 - 1},
    {"assets/texts/index-panel-en.yaml", file_38, sizeof file_38 - 1},
    {"assets/texts/index-panel-zh.yaml", file_39, sizeof file_39 - 1},
    {"assets/texts/index-study-en.yaml", file_40, sizeof file_40 - 1},
    {"assets/texts/index-study-zh.yaml", file_41, sizeof file_41 - 1},
    {"assets/texts/index-zh.yaml", file_42, sizeof file_42 - 1},
    {"assets/texts/io-en.yaml", file_43, sizeof file_43 - 1},
    {"assets/texts/io-tables-en.yaml", file_44, sizeof file_44 - 1},
    {"assets/texts/io-tables-zh.yaml", file_45, sizeof file_45 - 1},
    {"assets/texts/io-trade-en.yaml", file_46, sizeof file_46 - 1},
    {"assets/texts/io-trade-zh.yaml", file_47, sizeof file_47 - 1},
    {"assets/texts/io-zh.yaml", file_48, sizeof file_48 - 1},
    {"assets/texts/jobs-en.yaml", file_49, sizeof file_49 - 1},
    {"assets/texts/jobs-zh.yaml", file_50, sizeof file_50 - 1},
    {"assets/texts/learning-en.yaml", file_51, sizeof file_51 - 1},
    {"assets/texts/learning-zh.yaml", file_52, sizeof file_52 - 1},
    {"assets/texts/live-en.yaml", file_53, sizeof file_53 - 1},
    {"assets/texts/live-zh.yaml", file_54, sizeof file_54 - 1},
    {"assets/texts/model-analysis-en.yaml", file_55, sizeof file_55 - 1},
    {"assets/texts/model-analysis-zh.yaml", file_56, sizeof file_56 - 1},
    {"assets/texts/models-en.yaml", file_57, sizeof file_57 - 1},
    {"assets/texts/models-zh.yaml", file_58, sizeof file_58 - 1},
    {"assets/texts/package-en.yaml", file_59, sizeof file_59 - 1},
    {"assets/texts/package-zh.yaml", file_60, sizeof file_60 - 1},
    {"assets/texts/pages-en.yaml", file_61, sizeof file_61 - 1},
    {"assets/texts/pages-zh.yaml", file_62, sizeof file_62 - 1},
    {"assets/texts/parks-en.yaml", file_63, sizeof file_63 - 1},
    {"assets/texts/parks-zh.yaml", file_64, sizeof file_64 - 1},
    {"assets/texts/productivity-en.yaml", file_65, sizeof file_65 - 1},
    {"assets/texts/productivity-zh.yaml", file_66, sizeof file_66 - 1},
    {"assets/texts/programme-en.yaml", file_67, sizeof file_67 - 1},
    {"assets/texts/programme-zh.yaml", file_68, sizeof file_68 - 1},
    {"assets/texts/redlines-en.yaml", file_69, sizeof file_69 - 1},
    {"assets/texts/redlines-zh.yaml", file_70, sizeof file_70 - 1},
    {"assets/texts/regional-en.yaml", file_71, sizeof file_71 - 1},
    {"assets/texts/regional-zh.yaml", file_72, sizeof file_72 - 1},
    {"assets/texts/responsibility-en.yaml", file_73, sizeof file_73 - 1},
    {"assets/texts/responsibility-zh.yaml", file_74, sizeof file_74 - 1},
    {"assets/texts/revisions-en.yaml", file_75, sizeof file_75 - 1},
    {"assets/texts/revisions-zh.yaml", file_76, sizeof file_76 - 1},
    {"assets/texts/sdmx-en.yaml", file_77, sizeof file_77 - 1},
    {"assets/texts/sdmx-zh.yaml", file_78, sizeof file_78 - 1},
    {"assets/texts/shocks-en.yaml", file_79, sizeof file_79 - 1},
    {"assets/texts/shocks-zh.yaml", file_80, sizeof file_80 - 1},
    {"assets/texts/simulations-en.yaml", file_81, sizeof file_81 - 1},
    {"assets/texts/simulations-zh.yaml", file_82, sizeof file_82 - 1},
    {"assets/texts/steps-en.yaml", file_83, sizeof file_83 - 1},
    {"assets/texts/steps-zh.yaml", file_84, sizeof file_84 - 1},
    {"assets/texts/targets-en.yaml", file_85, sizeof file_85 - 1},
    {"assets/texts/targets-zh.yaml", file_86, sizeof file_86 - 1},
    {"assets/texts/terms-en.yaml", file_87, sizeof file_87 - 1},
    {"assets/texts/terms-zh.yaml", file_88, sizeof file_88 - 1},
    {"assets/texts/trade-en.yaml", file_89, sizeof file_89 - 1},
    {"assets/texts/trade-zh.yaml", file_90, sizeof file_90 - 1},
    {"assets/texts/workbook-en.yaml", file_91, sizeof file_91 - 1},
    {"assets/texts/workbook-zh.yaml", file_92, sizeof file_92 - 1},
    {"assets/units.yaml", file_93, sizeof file_93 - 1},
    {"templates/jiangsu/README.md", file_94, sizeof file_94 - 1},
    {"templates/jiangsu/areas.csv", file_95, sizeof file_95 - 1},
    {"templates/jiangsu/cases/clean-air-263.yaml", file_96, sizeof file_96 - 1},
    {"templates/jiangsu/cases/suzhou-carbon-intensity.yaml", file_97, sizeof file_97 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/course.yaml", file_98, sizeof file_98 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/known-then.yaml", file_99, sizeof file_99 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/ranks-by-weights.yaml", file_100, sizeof file_100 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/revised-base.yaml", file_101, sizeof file_101 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/share-of-indicator.yaml", file_102, sizeof file_102 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/surely-above.yaml", file_103, sizeof file_103 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/exercises/width-from-rounding.yaml", file_104, sizeof file_104 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/uncertainty-en.md", file_105, sizeof file_105 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/uncertainty-zh.md", file_106, sizeof file_106 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/vintages-en.md", file_107, sizeof file_107 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/vintages-zh.md", file_108, sizeof file_108 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/weights-en.md", file_109, sizeof file_109 - 1},
    {"templates/jiangsu/courses/figures-and-doubts/lessons/weights-zh.md", file_110, sizeof file_110 - 1},
    {"templates/jiangsu/courses/green-economy/course.yaml", file_111, sizeof file_111 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/additional-money.yaml", file_112, sizeof file_112 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/best-practice.yaml", file_113, sizeof file_113 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/cap-or-rate.yaml", file_114, sizeof file_114 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/compound-change.yaml", file_115, sizeof file_115 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/decoupling-state.yaml", file_116, sizeof file_116 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/elasticity.yaml", file_117, sizeof file_117 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/energy-to-save.yaml", file_118, sizeof file_118 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/index-of-province.yaml", file_119, sizeof file_119 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/intensity-effect.yaml", file_120, sizeof file_120 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/monitored-sections.yaml", file_121, sizeof file_121 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/names-alike.yaml", file_122, sizeof file_122 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/net-jobs.yaml", file_123, sizeof file_123 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/own-study.yaml", file_124, sizeof file_124 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/paid-elsewhere.yaml", file_125, sizeof file_125 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/park-gate.yaml", file_126, sizeof file_126 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/partnership-goals.yaml", file_127, sizeof file_127 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/points-or-per-cent.yaml", file_128, sizeof file_128 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/progress-beyond-target.yaml", file_129, sizeof file_129 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/rate-still-needed.yaml", file_130, sizeof file_130 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/redline-floor.yaml", file_131, sizeof file_131 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/test-average.yaml", file_132, sizeof file_132 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/test-compound.yaml", file_133, sizeof file_133 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/test-decoupling.yaml", file_134, sizeof file_134 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/test-net.yaml", file_135, sizeof file_135 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/weakest-dimensions.yaml", file_136, sizeof file_136 - 1},
    {"templates/jiangsu/courses/green-economy/exercises/yearly-rate.yaml", file_137, sizeof file_137 - 1},
    {"templates/jiangsu/courses/green-economy/files/own-study-no-window.yaml", file_138, sizeof file_138 - 1},
    {"templates/jiangsu/courses/green-economy/files/own-study.yaml", file_139, sizeof file_139 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/green-finance-en.md", file_140, sizeof file_140 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/green-finance-zh.md", file_141, sizeof file_141 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/green-parks-en.md", file_142, sizeof file_142 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/green-parks-zh.md", file_143, sizeof file_143 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/inclusive-green-economy-en.md", file_144, sizeof file_144 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/inclusive-green-economy-zh.md", file_145, sizeof file_145 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/industrial-policy-en.md", file_146, sizeof file_146 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/industrial-policy-zh.md", file_147, sizeof file_147 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/measuring-progress-en.md", file_148, sizeof file_148 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/measuring-progress-zh.md", file_149, sizeof file_149 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/natural-capital-en.md", file_150, sizeof file_150 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/natural-capital-zh.md", file_151, sizeof file_151 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/sustainable-development-goals-en.md", file_152, sizeof file_152 - 1},
    {"templates/jiangsu/courses/green-economy/lessons/sustainable-development-goals-zh.md", file_153, sizeof file_153 - 1},
    {"templates/jiangsu/data/energy-intensity-2016-2019.csv", file_154, sizeof file_154 - 1},
    {"templates/jiangsu/data/energy-intensity-2016-2019.source.yaml", file_155, sizeof file_155 - 1},
    {"templates/jiangsu/data/energy-intensity-2020.csv", file_156, sizeof file_156 - 1},
    {"templates/jiangsu/data/energy-intensity-2020.source.yaml", file_157, sizeof file_157 - 1},
    {"templates/jiangsu/data/green-development-index-2016-ranks.csv", file_158, sizeof file_158 - 1},
    {"templates/jiangsu/data/green-development-index-2016-ranks.source.yaml", file_159, sizeof file_159 - 1},
    {"templates/jiangsu/data/green-development-index-2016.csv", file_160, sizeof file_160 - 1},
    {"templates/jiangsu/data/green-development-index-2016.source.yaml", file_161, sizeof file_161 - 1},
    {"templates/jiangsu/data/illustrative-cities.csv", file_162, sizeof file_162 - 1},
    {"templates/jiangsu/data/illustrative-cities.source.yaml", file_163, sizeof file_163 - 1},
    {"templates/jiangsu/data/plan-13fyp-observations.csv", file_164, sizeof file_164 - 1},
    {"templates/jiangsu/data/plan-13fyp-observations.source.yaml", file_165, sizeof file_165 - 1},
    {"templates/jiangsu/dialogues/green-priorities/answers.csv", file_166, sizeof file_166 - 1},
    {"templates/jiangsu/dialogues/green-priorities/dialogue.yaml", file_167, sizeof file_167 - 1},
    {"templates/jiangsu/frameworks/eco-parks-illustrative.csv", file_168, sizeof file_168 - 1},
    {"templates/jiangsu/frameworks/eco-parks-illustrative.source.yaml", file_169, sizeof file_169 - 1},
    {"templates/jiangsu/frameworks/energy-saving-2020.csv", file_170, sizeof file_170 - 1},
    {"templates/jiangsu/frameworks/green-development-2016.csv", file_171, sizeof file_171 - 1},
    {"templates/jiangsu/frameworks/green-development-2016.source.yaml", file_172, sizeof file_172 - 1},
    {"templates/jiangsu/frameworks/green-economy-progress.csv", file_173, sizeof file_173 - 1},
    {"templates/jiangsu/frameworks/green-economy-progress.source.yaml", file_174, sizeof file_174 - 1},
    {"templates/jiangsu/frameworks/target-assessment-2016-2020-rules.csv", file_175, sizeof file_175 - 1},
    {"templates/jiangsu/frameworks/target-assessment-2016-2020-rules.source.yaml", file_176, sizeof file_176 - 1},
    {"templates/jiangsu/frameworks/target-assessment-2016-2020.csv", file_177, sizeof file_177 - 1},
    {"templates/jiangsu/frameworks/target-assessment-2016-2020.source.yaml", file_178, sizeof file_178 - 1},
    {"templates/jiangsu/greenprint.yaml", file_179, sizeof file_179 - 1},
    {"templates/jiangsu/indicators.csv", file_180, sizeof file_180 - 1},
    {"templates/jiangsu/models/README.md", file_181, sizeof file_181 - 1},
    {"templates/jiangsu/models/business-as-usual.yaml", file_182, sizeof file_182 - 1},
    {"templates/jiangsu/models/green-push-without-just-transition.yaml", file_183, sizeof file_183 - 1},
    {"templates/jiangsu/models/green-push.yaml", file_184, sizeof file_184 - 1},
    {"templates/jiangsu/models/jiangsu-green-economy.xmile", file_185, sizeof file_185 - 1},
    {"templates/jiangsu/models/plan-targets.yaml", file_186, sizeof file_186 - 1},
    {"templates/jiangsu/models/uncertainty.yaml", file_187, sizeof file_187 - 1},
    {"templates/jiangsu/plans/eco-parks-illustrative.csv", file_188, sizeof file_188 - 1},
    {"templates/jiangsu/plans/eco-parks-illustrative.source.yaml", file_189, sizeof file_189 - 1},
    {"templates/jiangsu/plans/targets.csv", file_190, sizeof file_190 - 1},
    {"templates/jiangsu/plans/targets.source.yaml", file_191, sizeof file_191 - 1},
    {"templates/jiangsu/programme/activities.csv", file_192, sizeof file_192 - 1},
    {"templates/jiangsu/programme/activities.source.yaml", file_193, sizeof file_193 - 1},
    {"templates/jiangsu/programme/indicators.csv", file_194, sizeof file_194 - 1},
    {"templates/jiangsu/programme/money.csv", file_195, sizeof file_195 - 1},
    {"templates/jiangsu/programme/organisations.csv", file_196, sizeof file_196 - 1},
    {"templates/jiangsu/programme/participants.csv", file_197, sizeof file_197 - 1},
    {"templates/jiangsu/programme/partners.csv", file_198, sizeof file_198 - 1},
    {"templates/jiangsu/programme/programme.yaml", file_199, sizeof file_199 - 1},
    {"templates/jiangsu/programme/results.csv", file_200, sizeof file_200 - 1},
    {"templates/jiangsu/programme/risks.csv", file_201, sizeof file_201 - 1},
    {"templates/jiangsu/responsibilities.csv", file_202, sizeof file_202 - 1},
    {"templates/jiangsu/studies/eco-parks-illustrative.yaml", file_203, sizeof file_203 - 1},
    {"templates/jiangsu/studies/efficiency-illustration.yaml", file_204, sizeof file_204 - 1},
    {"templates/jiangsu/studies/embodied-trade.yaml", file_205, sizeof file_205 - 1},
    {"templates/jiangsu/studies/energy-decoupling.yaml", file_206, sizeof file_206 - 1},
    {"templates/jiangsu/studies/energy-drivers-2020.yaml", file_207, sizeof file_207 - 1},
    {"templates/jiangsu/studies/energy-drivers.yaml", file_208, sizeof file_208 - 1},
    {"templates/jiangsu/studies/energy-intensity.yaml", file_209, sizeof file_209 - 1},
    {"templates/jiangsu/studies/energy-saving-2020.yaml", file_210, sizeof file_210 - 1},
    {"templates/jiangsu/studies/ensemble-2035.yaml", file_211, sizeof file_211 - 1},
    {"templates/jiangsu/studies/green-development-index-2016.yaml", file_212, sizeof file_212 - 1},
    {"templates/jiangsu/studies/green-economy-progress.yaml", file_213, sizeof file_213 - 1},
    {"templates/jiangsu/studies/green-jobs.yaml", file_214, sizeof file_214 - 1},
    {"templates/jiangsu/studies/plan-12fyp.yaml", file_215, sizeof file_215 - 1},
    {"templates/jiangsu/studies/plan-13fyp.yaml", file_216, sizeof file_216 - 1},
    {"templates/jiangsu/studies/plan-263.yaml", file_217, sizeof file_217 - 1},
    {"templates/jiangsu/studies/plan-china-13fyp.yaml", file_218, sizeof file_218 - 1},
    {"templates/jiangsu/studies/plan-eco-civilisation.yaml", file_219, sizeof file_219 - 1},
    {"templates/jiangsu/studies/plan-energy.yaml", file_220, sizeof file_220 - 1},
    {"templates/jiangsu/studies/plan-xiaokang.yaml", file_221, sizeof file_221 - 1},
    {"templates/jiangsu/studies/scenarios-2035.yaml", file_222, sizeof file_222 - 1},
    {"templates/jiangsu/studies/target-assessment-2016-2020.yaml", file_223, sizeof file_223 - 1},
    {"templates/jiangsu/tables/china-2020.source.yaml", file_224, sizeof file_224 - 1},
    {"templates/jiangsu/tables/china-2020/Y.csv", file_225, sizeof file_225 - 1},
    {"templates/jiangsu/tables/china-2020/Z.csv", file_226, sizeof file_226 - 1},
    {"templates/jiangsu/tables/china-2020/environmental.csv", file_227, sizeof file_227 - 1},
    {"templates/jiangsu/tables/china-2020/imported-uses.csv", file_228, sizeof file_228 - 1},
    {"templates/jiangsu/tables/china-2020/jobs.csv", file_229, sizeof file_229 - 1},
    {"templates/jiangsu/tables/china-2020/primary_F.csv", file_230, sizeof file_230 - 1},
    {"templates/jiangsu/tables/china-2020/purchasers.csv", file_231, sizeof file_231 - 1},
    {"templates/jiangsu/tables/china-2020/sample.csv", file_232, sizeof file_232 - 1},
    {"templates/jiangsu/tables/china-2020/sectors.csv", file_233, sizeof file_233 - 1},
    {"templates/jiangsu/tables/china-2020/unit.csv", file_234, sizeof file_234 - 1},
    {"templates/jiangsu/tables/china-2020/x.csv", file_235, sizeof file_235 - 1},
};

size_t embedded_file_count(void) {
    return sizeof files / sizeof files[0];
}

struct embedded_file embedded_file_at(size_t position) {
    return files[position];
}
