#include "CKernels.h"
#include "clones.h"

#pragma STDC FP_CONTRACT OFF

ANNALS_CLONES
void annals_widen(const int8_t *from, size_t count, int16_t *to) {
    for (size_t i = 0; i < count; i++) to[i] = from[i];
}

ANNALS_CLONES
void annals_add_rows(const int8_t *table, size_t width, const uint32_t *rows, size_t count, float scale, float *out) {
    enum { STEP = 64 };
    for (size_t start = 0; start < width; start += STEP) {
        int32_t sums[STEP] = {0};
        size_t length = width - start < STEP ? width - start : STEP;
        for (size_t r = 0; r < count; r++) {
            const int8_t *row = table + (size_t)rows[r] * width + start;
            for (size_t i = 0; i < length; i++) sums[i] += row[i];
        }
        for (size_t i = 0; i < length; i++) {
            float sum = (float)sums[i] * scale;
            out[start + i] = out[start + i] + sum;
        }
    }
}

ANNALS_CLONES
void annals_cross(const float *dependent, const float *head, size_t width, float *out) {
    for (size_t i = 0; i < width; i++) {
        out[i] = dependent[i] * head[i];
        out[width + i] = dependent[i];
        out[2 * width + i] = head[i];
    }
}
