#ifndef GREENPRINT_CLAPACK_H
#define GREENPRINT_CLAPACK_H

#include <stddef.h>

/* LAPACK of OpenBLAS, 32-bit integers. The trailing sizes are the lengths Fortran passes for character arguments. */

void dsyev_(
    const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w, double *work,
    const int *lwork, int *info, size_t jobz_length, size_t uplo_length);

void dgesv_(
    const int *n, const int *nrhs, double *a, const int *lda, int *ipiv, double *b, const int *ldb, int *info);

void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *ipiv, int *info);

void dgetrs_(
    const char *trans, const int *n, const int *nrhs, const double *a, const int *lda, const int *ipiv, double *b,
    const int *ldb, int *info, size_t trans_length);

void dgecon_(
    const char *norm, const int *n, const double *a, const int *lda, const double *anorm, double *rcond, double *work,
    int *iwork, int *info, size_t norm_length);

void dgemm_(
    const char *transa, const char *transb, const int *m, const int *n, const int *k, const double *alpha,
    const double *a, const int *lda, const double *b, const int *ldb, const double *beta, double *c, const int *ldc,
    size_t transa_length, size_t transb_length);

double ddot_(const int *n, const double *x, const int *incx, const double *y, const int *incy);

void daxpy_(const int *n, const double *alpha, const double *x, const int *incx, double *y, const int *incy);

void dgemv_(
    const char *trans, const int *m, const int *n, const double *alpha, const double *a, const int *lda, const double *x,
    const int *incx, const double *beta, double *y, const int *incy, size_t trans_length);

void sgetrf_(const int *m, const int *n, float *a, const int *lda, int *ipiv, int *info);

void sgetrs_(
    const char *trans, const int *n, const int *nrhs, const float *a, const int *lda, const int *ipiv, float *b,
    const int *ldb, int *info, size_t trans_length);

void sgecon_(
    const char *norm, const int *n, const float *a, const int *lda, const float *anorm, float *rcond, float *work,
    int *iwork, int *info, size_t norm_length);

void openblas_set_num_threads(int count);

#endif
