#include "CKernels.h"
#include "clones.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* No product may be fused with a sum: see recurrence.c. */
#pragma STDC FP_CONTRACT OFF

/* A tile has at most so many rows. */
enum { BLOCK = ANNALS_BLOCK, ROWS = 6 };

size_t annals_packed_length(size_t columns, size_t inner) {
    return (columns + BLOCK - 1) / BLOCK * BLOCK * ((inner + 1) / 2 * 2);
}

void annals_pack_i16(const int16_t *rows, size_t columns, size_t inner, size_t row, int16_t *packed) {
    size_t pairs = (inner + 1) / 2;
    for (size_t block = 0; block < columns; block += BLOCK)
        for (size_t pair = 0; pair < pairs; pair++)
            for (size_t lane = 0; lane < BLOCK; lane++)
                for (size_t side = 0; side < 2; side++) {
                    size_t column = block + lane, at = 2 * pair + side;
                    *packed++ = column < columns && at < inner ? rows[column * row + at] : 0;
                }
}

/* The product of some rows with one block of columns; one such function for each set of instructions. */
typedef void tile(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed, const float *scales,
                  const float *biases, float *out, size_t out_row, size_t width);

static void finish(const int32_t *sums, size_t rows, const float *scales, const float *biases, float *out,
                   size_t out_row, size_t width) {
    for (size_t r = 0; r < rows; r++)
        for (size_t j = 0; j < width; j++) {
            float product = (float)sums[r * BLOCK + j] * scales[j];
            out[r * out_row + j] = product + biases[j];
        }
}

#if defined(__x86_64__)

static inline __attribute__((always_inline)) int32_t pair_of(const int16_t *x) {
    int32_t pair;
    __builtin_memcpy(&pair, x, sizeof pair);
    return pair;
}

static void tile_sse2(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed,
                      const float *scales, const float *biases, float *out, size_t out_row, size_t width) {
    int32_t sums[ROWS * BLOCK];
    for (size_t r = 0; r < rows; r++) {
        __m128i s0 = _mm_setzero_si128(), s1 = s0, s2 = s0, s3 = s0;
        const __m128i *w = (const __m128i *)packed;
        for (size_t p = 0; p < pairs; p++, w += 4) {
            __m128i v = _mm_set1_epi32(pair_of(x + r * x_row + 2 * p));
            s0 = _mm_add_epi32(s0, _mm_madd_epi16(v, _mm_loadu_si128(w)));
            s1 = _mm_add_epi32(s1, _mm_madd_epi16(v, _mm_loadu_si128(w + 1)));
            s2 = _mm_add_epi32(s2, _mm_madd_epi16(v, _mm_loadu_si128(w + 2)));
            s3 = _mm_add_epi32(s3, _mm_madd_epi16(v, _mm_loadu_si128(w + 3)));
        }
        __m128i *to = (__m128i *)(sums + r * BLOCK);
        _mm_storeu_si128(to, s0), _mm_storeu_si128(to + 1, s1);
        _mm_storeu_si128(to + 2, s2), _mm_storeu_si128(to + 3, s3);
    }
    finish(sums, rows, scales, biases, out, out_row, width);
}

__attribute__((target("avx2"))) static void tile_avx2(const int16_t *x, size_t x_row, size_t rows, size_t pairs,
                                                      const int16_t *packed, const float *scales, const float *biases,
                                                      float *out, size_t out_row, size_t width) {
    int32_t sums[ROWS * BLOCK];
    const int16_t *at[ROWS];
    for (size_t r = 0; r < ROWS; r++) at[r] = x + (r < rows ? r : 0) * x_row;
    /* Three rows at a time: six sums, two columns and a value fit into the sixteen registers. */
    for (size_t r = 0; r < rows; r += 3) {
        __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, b0 = a0, b1 = a0, b2 = a0;
        const __m256i *w = (const __m256i *)packed;
        for (size_t p = 0; p < pairs; p++, w += 2) {
            __m256i wa = _mm256_loadu_si256(w), wb = _mm256_loadu_si256(w + 1), v;
            v = _mm256_set1_epi32(pair_of(at[r] + 2 * p));
            a0 = _mm256_add_epi32(a0, _mm256_madd_epi16(v, wa)), b0 = _mm256_add_epi32(b0, _mm256_madd_epi16(v, wb));
            v = _mm256_set1_epi32(pair_of(at[r + 1] + 2 * p));
            a1 = _mm256_add_epi32(a1, _mm256_madd_epi16(v, wa)), b1 = _mm256_add_epi32(b1, _mm256_madd_epi16(v, wb));
            v = _mm256_set1_epi32(pair_of(at[r + 2] + 2 * p));
            a2 = _mm256_add_epi32(a2, _mm256_madd_epi16(v, wa)), b2 = _mm256_add_epi32(b2, _mm256_madd_epi16(v, wb));
        }
        __m256i *to = (__m256i *)(sums + r * BLOCK);
        _mm256_storeu_si256(to, a0), _mm256_storeu_si256(to + 1, b0);
        _mm256_storeu_si256(to + 2, a1), _mm256_storeu_si256(to + 3, b1);
        _mm256_storeu_si256(to + 4, a2), _mm256_storeu_si256(to + 5, b2);
    }
    finish(sums, rows, scales, biases, out, out_row, width);
}

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

AVX512 static void tile_avx512(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed,
                               const float *scales, const float *biases, float *out, size_t out_row, size_t width) {
    int32_t sums[ROWS * BLOCK];
    const int16_t *at[ROWS];
    for (size_t r = 0; r < ROWS; r++) at[r] = x + (r < rows ? r : 0) * x_row;
    __m512i s0 = _mm512_setzero_si512(), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
    for (size_t p = 0; p < pairs; p++, packed += 2 * BLOCK) {
        __m512i w = _mm512_loadu_si512(packed);
        s0 = _mm512_dpwssd_epi32(s0, _mm512_set1_epi32(pair_of(at[0] + 2 * p)), w);
        s1 = _mm512_dpwssd_epi32(s1, _mm512_set1_epi32(pair_of(at[1] + 2 * p)), w);
        s2 = _mm512_dpwssd_epi32(s2, _mm512_set1_epi32(pair_of(at[2] + 2 * p)), w);
        s3 = _mm512_dpwssd_epi32(s3, _mm512_set1_epi32(pair_of(at[3] + 2 * p)), w);
        s4 = _mm512_dpwssd_epi32(s4, _mm512_set1_epi32(pair_of(at[4] + 2 * p)), w);
        s5 = _mm512_dpwssd_epi32(s5, _mm512_set1_epi32(pair_of(at[5] + 2 * p)), w);
    }
    _mm512_storeu_si512(sums, s0), _mm512_storeu_si512(sums + BLOCK, s1);
    _mm512_storeu_si512(sums + 2 * BLOCK, s2), _mm512_storeu_si512(sums + 3 * BLOCK, s3);
    _mm512_storeu_si512(sums + 4 * BLOCK, s4), _mm512_storeu_si512(sums + 5 * BLOCK, s5);
    finish(sums, rows, scales, biases, out, out_row, width);
}

/* Two whole blocks of columns at once: fewer loads for each product. */
AVX512 static void double_tile_avx512(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed,
                                      const float *scales, const float *biases, float *out, size_t out_row) {
    const int16_t *other = packed + 2 * BLOCK * pairs, *at[ROWS];
    for (size_t r = 0; r < ROWS; r++) at[r] = x + (r < rows ? r : 0) * x_row;
    __m512i s0 = _mm512_setzero_si512(), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
    __m512i t0 = s0, t1 = s0, t2 = s0, t3 = s0, t4 = s0, t5 = s0;
    for (size_t p = 0; p < pairs; p++, packed += 2 * BLOCK, other += 2 * BLOCK) {
        __m512i w = _mm512_loadu_si512(packed), u = _mm512_loadu_si512(other), v;
        v = _mm512_set1_epi32(pair_of(at[0] + 2 * p));
        s0 = _mm512_dpwssd_epi32(s0, v, w), t0 = _mm512_dpwssd_epi32(t0, v, u);
        v = _mm512_set1_epi32(pair_of(at[1] + 2 * p));
        s1 = _mm512_dpwssd_epi32(s1, v, w), t1 = _mm512_dpwssd_epi32(t1, v, u);
        v = _mm512_set1_epi32(pair_of(at[2] + 2 * p));
        s2 = _mm512_dpwssd_epi32(s2, v, w), t2 = _mm512_dpwssd_epi32(t2, v, u);
        v = _mm512_set1_epi32(pair_of(at[3] + 2 * p));
        s3 = _mm512_dpwssd_epi32(s3, v, w), t3 = _mm512_dpwssd_epi32(t3, v, u);
        v = _mm512_set1_epi32(pair_of(at[4] + 2 * p));
        s4 = _mm512_dpwssd_epi32(s4, v, w), t4 = _mm512_dpwssd_epi32(t4, v, u);
        v = _mm512_set1_epi32(pair_of(at[5] + 2 * p));
        s5 = _mm512_dpwssd_epi32(s5, v, w), t5 = _mm512_dpwssd_epi32(t5, v, u);
    }
    __m512i sums[2 * ROWS] = {s0, t0, s1, t1, s2, t2, s3, t3, s4, t4, s5, t5};
    for (size_t side = 0; side < 2; side++) {
        __m512 scale = _mm512_loadu_ps(scales + side * BLOCK), bias = _mm512_loadu_ps(biases + side * BLOCK);
        for (size_t r = 0; r < rows; r++) {
            __m512 product = _mm512_mul_ps(_mm512_cvtepi32_ps(sums[2 * r + side]), scale);
            _mm512_storeu_ps(out + r * out_row + side * BLOCK, _mm512_add_ps(product, bias));
        }
    }
}

static tile *best_tile(void) {
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return tile_avx512;
    return __builtin_cpu_supports("avx2") ? tile_avx2 : tile_sse2;
}

#else

static void tile_plain(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed,
                       const float *scales, const float *biases, float *out, size_t out_row, size_t width) {
    int32_t sums[ROWS * BLOCK] = {0};
    for (size_t p = 0; p < pairs; p++)
        for (size_t r = 0; r < rows; r++)
            for (size_t j = 0; j < BLOCK; j++)
                sums[r * BLOCK + j] += x[r * x_row + 2 * p] * packed[(p * BLOCK + j) * 2] +
                                       x[r * x_row + 2 * p + 1] * packed[(p * BLOCK + j) * 2 + 1];
    finish(sums, rows, scales, biases, out, out_row, width);
}

static tile *best_tile(void) { return tile_plain; }

#endif

static void multiply(tile *tile, const int16_t *x, size_t rows, size_t x_row, size_t inner, const int16_t *packed,
                     size_t columns, const float *scales, const float *biases, float *out, size_t out_row) {
    size_t pairs = (inner + 1) / 2, j = 0;
#if defined(__x86_64__)
    for (; tile == tile_avx512 && j + 2 * BLOCK <= columns; j += 2 * BLOCK)
        for (size_t r = 0; r < rows; r += ROWS)
            double_tile_avx512(x + r * x_row, x_row, rows - r < ROWS ? rows - r : ROWS, pairs, packed + j * 2 * pairs,
                               scales + j, biases + j, out + r * out_row + j, out_row);
#endif
    for (; j < columns; j += BLOCK) {
        size_t width = columns - j < BLOCK ? columns - j : BLOCK;
        for (size_t r = 0; r < rows; r += ROWS)
            tile(x + r * x_row, x_row, rows - r < ROWS ? rows - r : ROWS, pairs, packed + j * 2 * pairs, scales + j,
                 biases + j, out + r * out_row + j, out_row, width);
    }
}

void annals_multiply_i16(const int16_t *x, size_t rows, size_t x_row, size_t inner, const int16_t *packed,
                         size_t columns, const float *scales, const float *biases, float *out, size_t out_row) {
    multiply(best_tile(), x, rows, x_row, inner, packed, columns, scales, biases, out, out_row);
}

bool annals_multiply_i16_with(annals_instructions instructions, const int16_t *x, size_t rows, size_t x_row,
                              size_t inner, const int16_t *packed, size_t columns, const float *scales,
                              const float *biases, float *out, size_t out_row) {
    tile *chosen = 0;
#if defined(__x86_64__)
    switch (instructions) {
    case ANNALS_BASELINE: chosen = tile_sse2; break;
    case ANNALS_AVX2: chosen = __builtin_cpu_supports("avx2") ? tile_avx2 : 0; break;
    case ANNALS_AVX512: chosen = best_tile() == tile_avx512 ? tile_avx512 : 0; break;
    }
#else
    chosen = instructions == ANNALS_BASELINE ? tile_plain : 0;
#endif
    if (!chosen) return false;
    multiply(chosen, x, rows, x_row, inner, packed, columns, scales, biases, out, out_row);
    return true;
}

ANNALS_CLONES
void annals_quantize(const float *values, size_t count, float scale, int16_t limit, int16_t *out) {
    float most = limit;
    for (size_t i = 0; i < count; i++) {
        float value = values[i] * scale;
        value = value > most ? most : value < -most ? -most : value;
        out[i] = (int16_t)(int32_t)(value + (value < 0 ? -0.5f : 0.5f));
    }
}
