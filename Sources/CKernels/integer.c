#include "CKernels.h"

/* One source, compiled once for every set of instructions that is named; the loader picks the best that is there. */
#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define ANNALS_CLONES __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define ANNALS_CLONES
#endif

ANNALS_CLONES
void annals_multiply_i16(const int16_t *a, const int16_t *b, int32_t *out, size_t rows, size_t columns, size_t inner) {
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < columns; c++) {
            int32_t sum = 0;
            for (size_t k = 0; k < inner; k++) sum += (int32_t)a[r * inner + k] * (int32_t)b[c * inner + k];
            out[r * columns + c] = sum;
        }
}
