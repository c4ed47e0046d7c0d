#include "CKernels.h"
#include "clones.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The panels of the product: six rows by sixteen columns stay in registers while the inner dimension runs, after
   Goto and van de Geijn, "Anatomy of high-performance matrix multiplication" (2008). */
enum { ROWS = 6, COLUMNS = 16, DEPTH = 256 };

typedef float lanes __attribute__((vector_size(COLUMNS * sizeof(float)), aligned(4)));

static inline __attribute__((always_inline)) void panel(const float *a, const float *b, size_t depth, float *sums) {
    lanes s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0}, s4 = {0}, s5 = {0};
    for (size_t k = 0; k < depth; k++) {
        lanes v = *(const lanes *)(b + k * COLUMNS);
        const float *w = a + k * ROWS;
        s0 += w[0] * v;
        s1 += w[1] * v;
        s2 += w[2] * v;
        s3 += w[3] * v;
        s4 += w[4] * v;
        s5 += w[5] * v;
    }
    lanes *out = (lanes *)sums;
    out[0] = s0, out[1] = s1, out[2] = s2, out[3] = s3, out[4] = s4, out[5] = s5;
}

ANNALS_CLONES
void annals_multiply_f32(size_t rows, size_t columns, size_t inner, const float *a, size_t a_row, size_t a_step,
                         const float *b, size_t b_step, size_t b_column, float *c, size_t c_row, bool add) {
    if (!add)
        for (size_t r = 0; r < rows; r++) memset(c + r * c_row, 0, columns * sizeof(float));
    size_t panels = (columns + COLUMNS - 1) / COLUMNS;
    float *packed_b = malloc(panels * COLUMNS * DEPTH * sizeof(float));
    float *packed_a = malloc(ROWS * DEPTH * sizeof(float));
    if (!packed_b || !packed_a) abort();
    float sums[ROWS * COLUMNS];
    for (size_t k0 = 0; k0 < inner; k0 += DEPTH) {
        size_t depth = inner - k0 < DEPTH ? inner - k0 : DEPTH;
        for (size_t p = 0; p < panels; p++)
            for (size_t k = 0; k < depth; k++)
                for (size_t j = 0; j < COLUMNS; j++) {
                    size_t column = p * COLUMNS + j;
                    packed_b[(p * depth + k) * COLUMNS + j] =
                        column < columns ? b[(k0 + k) * b_step + column * b_column] : 0;
                }
        for (size_t r0 = 0; r0 < rows; r0 += ROWS) {
            size_t height = rows - r0 < ROWS ? rows - r0 : ROWS;
            for (size_t k = 0; k < depth; k++)
                for (size_t i = 0; i < ROWS; i++)
                    packed_a[k * ROWS + i] = i < height ? a[(r0 + i) * a_row + (k0 + k) * a_step] : 0;
            for (size_t p = 0; p < panels; p++) {
                panel(packed_a, packed_b + p * depth * COLUMNS, depth, sums);
                size_t width = columns - p * COLUMNS < COLUMNS ? columns - p * COLUMNS : COLUMNS;
                for (size_t i = 0; i < height; i++) {
                    float *to = c + (r0 + i) * c_row + p * COLUMNS;
                    for (size_t j = 0; j < width; j++) to[j] += sums[i * COLUMNS + j];
                }
            }
        }
    }
    free(packed_a);
    free(packed_b);
}

ANNALS_CLONES
void annals_adam_f32(size_t count, float *value, const float *gradient, float *mean, float *square, float rate,
                     float keep_mean, float keep_square, float tiny) {
    for (size_t i = 0; i < count; i++) {
        float g = gradient[i];
        float m = mean[i] = keep_mean * mean[i] + (1 - keep_mean) * g;
        float s = square[i] = keep_square * square[i] + (1 - keep_square) * g * g;
        value[i] -= rate * m / (__builtin_elementwise_sqrt(s) + tiny);
    }
}
