#ifndef GREENPRINT_CGEODESIC_H
#define GREENPRINT_CGEODESIC_H

/* Karney's geodesics as PROJ ships them: pure functions, no context, no data files. */
#include <geodesic.h>

#endif
