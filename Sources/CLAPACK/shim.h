#ifndef GREENPRINT_CLAPACK_H
#define GREENPRINT_CLAPACK_H

#include <stddef.h>

/* LAPACK of OpenBLAS, 32-bit integers. The trailing sizes are the lengths Fortran passes for character arguments. */

void dsyev_(
    const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
    const int *lwork, int *info, size_t jobz_length, size_t uplo_length);

void dgesv_(
    const int *n, const int *nrhs, double *a, const int *lda, int *ipiv, double *b, const int *ldb, int *info);

void openblas_set_num_threads(int count);

#endif
