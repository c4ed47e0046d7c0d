#include "CKernels.h"
#include "clones.h"

/* Products and sums must not be contracted: a fused one rounds once instead of twice, and the same text would be read
   differently on a machine that has it. */
#pragma STDC FP_CONTRACT OFF

/* A rational function that is close to the hyperbolic tangent and has a simple derivative. */
static inline __attribute__((always_inline)) float squash(float x) {
    x = x < -3 ? -3 : x > 3 ? 3 : x;
    float square = x * x;
    return x * (27 + square) / (27 + 9 * square);
}

static inline __attribute__((always_inline)) float squash_slope(float x) {
    x = x < -3 ? -3 : x > 3 ? 3 : x;
    float square = x * x;
    float root = (9 - square) / (9 + 3 * square);
    return root * root;
}

static inline __attribute__((always_inline)) float gate(float x) { return 0.5f + 0.5f * squash(0.5f * x); }

ANNALS_CLONES
void annals_squash(float *values, size_t count) {
    for (size_t i = 0; i < count; i++) values[i] = squash(values[i]);
}

ANNALS_CLONES
void annals_squash_back(const float *before, float *gradient, size_t count) {
    for (size_t i = 0; i < count; i++) gradient[i] *= squash_slope(before[i]);
}

ANNALS_CLONES
void annals_recur(const annals_recurrence *layer, const float *input, size_t input_row, const float *skip,
                  size_t skip_row, float *output, size_t output_row, float *cells, size_t words, bool backwards) {
    size_t width = layer->width;
    const float *forget_cell = layer->forget_cell, *reset_cell = layer->reset_cell;
    const float *forget_bias = layer->forget_bias, *reset_bias = layer->reset_bias;
    for (size_t step = 0; step < words; step++) {
        size_t word = backwards ? words - 1 - step : step;
        const float *in = input + word * input_row, *past = cells + step * width, *over = skip + word * skip_row;
        float *now = cells + (step + 1) * width, *out = output + word * output_row;
        if (step == 0)
            for (size_t i = 0; i < width; i++) cells[i] = 0;
#pragma clang loop vectorize(enable)
        for (size_t i = 0; i < width; i++) {
            float cell = past[i];
            float forget = gate(in[width + i] + forget_cell[i] * cell + forget_bias[i]);
            float reset = gate(in[2 * width + i] + reset_cell[i] * cell + reset_bias[i]);
            float fresh = forget * cell + (1 - forget) * in[i];
            now[i] = fresh;
            out[i] = reset * fresh + (1 - reset) * over[i];
        }
    }
}

ANNALS_CLONES
void annals_recur_back(const annals_recurrence *layer, const float *input, size_t input_row, const float *skip,
                       size_t skip_row, const float *gradient, size_t gradient_row, const float *cells, size_t words,
                       bool backwards, float *input_gradient, float *skip_gradient, size_t skip_gradient_row,
                       float *carry, const annals_recurrence_gradient *to) {
    size_t width = layer->width;
    for (size_t i = 0; i < width; i++) carry[i] = 0;
    for (size_t left = words; left > 0; left--) {
        size_t step = left - 1, word = backwards ? words - 1 - step : step;
        const float *in = input + word * input_row, *past = cells + step * width, *now = cells + (step + 1) * width;
        const float *over = skip + word * skip_row, *out = gradient + word * gradient_row;
        float *in_gradient = input_gradient + word * input_row, *over_gradient = skip_gradient + word * skip_gradient_row;
#pragma clang loop vectorize(enable)
        for (size_t i = 0; i < width; i++) {
            float cell = past[i];
            float before_forget = in[width + i] + layer->forget_cell[i] * cell + layer->forget_bias[i];
            float before_reset = in[2 * width + i] + layer->reset_cell[i] * cell + layer->reset_bias[i];
            float forget = gate(before_forget), reset = gate(before_reset);
            float by_reset = out[i] * (now[i] - over[i]) * 0.25f * squash_slope(0.5f * before_reset);
            float by_fresh = out[i] * reset + carry[i];
            over_gradient[i] += out[i] * (1 - reset);
            float by_forget = by_fresh * (cell - in[i]) * 0.25f * squash_slope(0.5f * before_forget);
            in_gradient[i] = by_fresh * (1 - forget);
            in_gradient[width + i] = by_forget;
            in_gradient[2 * width + i] = by_reset;
            to->forget_cell[i] += by_forget * cell;
            to->reset_cell[i] += by_reset * cell;
            to->forget_bias[i] += by_forget;
            to->reset_bias[i] += by_reset;
            carry[i] = by_fresh * forget + by_forget * layer->forget_cell[i] + by_reset * layer->reset_cell[i];
        }
    }
}
