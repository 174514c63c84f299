#ifndef GREENPRINT_CFREEXL_H
#define GREENPRINT_CFREEXL_H

#include <freexl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A file in memory, closed on exec: the library reads from a path only. */
static inline int greenprint_old_workbook_file(void) {
    return (int)syscall(SYS_memfd_create, "old-workbook", 1U);
}

#endif
