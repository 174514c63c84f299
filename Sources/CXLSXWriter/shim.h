#ifndef GREENPRINT_CXLSXWRITER_H
#define GREENPRINT_CXLSXWRITER_H

#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* A file in memory, closed on exec: the library writes to a path only. */
static inline int greenprint_workbook_file(void) {
    return (int)syscall(SYS_memfd_create, "workbook", 1U);
}

#endif
