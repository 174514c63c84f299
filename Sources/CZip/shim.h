#ifndef GREENPRINT_CZIP_H
#define GREENPRINT_CZIP_H

#include <zip.h>

#endif
