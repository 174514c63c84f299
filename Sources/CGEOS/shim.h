#ifndef GREENPRINT_CGEOS_H
#define GREENPRINT_CGEOS_H

/* Only the reentrant functions, each with a context of its own thread, are declared. */
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#endif
