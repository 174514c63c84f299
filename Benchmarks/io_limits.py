"""Prints what one core of the machine can do at most with the system's OpenBLAS: operations a second of a product of two large
matrices, and bytes a second read from memory by the product of a matrix and a vector."""

import ctypes
import time

ONE, ZERO = ctypes.c_double(1), ctypes.c_double(0)


def doubles(count):
    values = (ctypes.c_double * count)()
    ctypes.memset(values, 0x3F, 8 * count)
    return values


def best(call, runs=3):
    call()
    times = []
    for _ in range(runs):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return min(times)


def main():
    blas = ctypes.CDLL("libopenblas.so.0")
    blas.openblas_set_num_threads(1)
    n = 2000
    size, step = ctypes.byref(ctypes.c_int(n)), ctypes.byref(ctypes.c_int(1))
    one, zero = ctypes.byref(ONE), ctypes.byref(ZERO)
    first, second, third = doubles(n * n), doubles(n * n), doubles(n * n)
    seconds = best(lambda: blas.dgemm_(b"N", b"N", size, size, size, one, first, size, second, size, zero, third, size))
    rate = 2 * n**3 / seconds
    n = 6000
    size = ctypes.byref(ctypes.c_int(n))
    matrix, vector, result = doubles(n * n), doubles(n), doubles(n)
    seconds = best(lambda: blas.dgemv_(b"N", size, size, one, matrix, size, vector, step, zero, result, step))
    print(rate, 8 * n * n / seconds)


if __name__ == "__main__":
    main()
