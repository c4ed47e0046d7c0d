#include "CKernels.h"
#include "clones.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/* No product may be fused with a sum: see recurrence.c. */
#pragma STDC FP_CONTRACT OFF

enum { BLOCK = ANNALS_BLOCK };

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

/* The product of some rows, at most four, with one block of columns; one such function for each set of instructions. */
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
    int32_t sums[4 * BLOCK];
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
    int32_t sums[4 * BLOCK];
    size_t r1 = rows > 1 ? x_row : 0, r2 = rows > 2 ? 2 * x_row : 0, r3 = rows > 3 ? 3 * x_row : 0;
    __m256i a0 = _mm256_setzero_si256(), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    const __m256i *w = (const __m256i *)packed;
    for (size_t p = 0; p < pairs; p++, w += 2, x += 2) {
        __m256i wa = _mm256_loadu_si256(w), wb = _mm256_loadu_si256(w + 1), v;
        v = _mm256_set1_epi32(pair_of(x));
        a0 = _mm256_add_epi32(a0, _mm256_madd_epi16(v, wa)), b0 = _mm256_add_epi32(b0, _mm256_madd_epi16(v, wb));
        v = _mm256_set1_epi32(pair_of(x + r1));
        a1 = _mm256_add_epi32(a1, _mm256_madd_epi16(v, wa)), b1 = _mm256_add_epi32(b1, _mm256_madd_epi16(v, wb));
        v = _mm256_set1_epi32(pair_of(x + r2));
        a2 = _mm256_add_epi32(a2, _mm256_madd_epi16(v, wa)), b2 = _mm256_add_epi32(b2, _mm256_madd_epi16(v, wb));
        v = _mm256_set1_epi32(pair_of(x + r3));
        a3 = _mm256_add_epi32(a3, _mm256_madd_epi16(v, wa)), b3 = _mm256_add_epi32(b3, _mm256_madd_epi16(v, wb));
    }
    __m256i *to = (__m256i *)sums;
    _mm256_storeu_si256(to, a0), _mm256_storeu_si256(to + 1, b0);
    _mm256_storeu_si256(to + 2, a1), _mm256_storeu_si256(to + 3, b1);
    _mm256_storeu_si256(to + 4, a2), _mm256_storeu_si256(to + 5, b2);
    _mm256_storeu_si256(to + 6, a3), _mm256_storeu_si256(to + 7, b3);
    finish(sums, rows, scales, biases, out, out_row, width);
}

__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) static void tile_avx512(
    const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed, const float *scales,
    const float *biases, float *out, size_t out_row, size_t width) {
    int32_t sums[4 * BLOCK];
    size_t r1 = rows > 1 ? x_row : 0, r2 = rows > 2 ? 2 * x_row : 0, r3 = rows > 3 ? 3 * x_row : 0;
    __m512i s0 = _mm512_setzero_si512(), s1 = s0, s2 = s0, s3 = s0, t0 = s0, t1 = s0, t2 = s0, t3 = s0;
    size_t p = 0;
    for (; p + 2 <= pairs; p += 2, packed += 4 * BLOCK, x += 4) {
        __m512i w = _mm512_loadu_si512(packed), u = _mm512_loadu_si512(packed + 2 * BLOCK);
        s0 = _mm512_dpwssd_epi32(s0, _mm512_set1_epi32(pair_of(x)), w);
        s1 = _mm512_dpwssd_epi32(s1, _mm512_set1_epi32(pair_of(x + r1)), w);
        s2 = _mm512_dpwssd_epi32(s2, _mm512_set1_epi32(pair_of(x + r2)), w);
        s3 = _mm512_dpwssd_epi32(s3, _mm512_set1_epi32(pair_of(x + r3)), w);
        t0 = _mm512_dpwssd_epi32(t0, _mm512_set1_epi32(pair_of(x + 2)), u);
        t1 = _mm512_dpwssd_epi32(t1, _mm512_set1_epi32(pair_of(x + r1 + 2)), u);
        t2 = _mm512_dpwssd_epi32(t2, _mm512_set1_epi32(pair_of(x + r2 + 2)), u);
        t3 = _mm512_dpwssd_epi32(t3, _mm512_set1_epi32(pair_of(x + r3 + 2)), u);
    }
    if (p < pairs) {
        __m512i w = _mm512_loadu_si512(packed);
        s0 = _mm512_dpwssd_epi32(s0, _mm512_set1_epi32(pair_of(x)), w);
        s1 = _mm512_dpwssd_epi32(s1, _mm512_set1_epi32(pair_of(x + r1)), w);
        s2 = _mm512_dpwssd_epi32(s2, _mm512_set1_epi32(pair_of(x + r2)), w);
        s3 = _mm512_dpwssd_epi32(s3, _mm512_set1_epi32(pair_of(x + r3)), w);
    }
    _mm512_storeu_si512(sums, _mm512_add_epi32(s0, t0));
    _mm512_storeu_si512(sums + BLOCK, _mm512_add_epi32(s1, t1));
    _mm512_storeu_si512(sums + 2 * BLOCK, _mm512_add_epi32(s2, t2));
    _mm512_storeu_si512(sums + 3 * BLOCK, _mm512_add_epi32(s3, t3));
    finish(sums, rows, scales, biases, out, out_row, width);
}

static tile *best_tile(void) {
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return tile_avx512;
    return __builtin_cpu_supports("avx2") ? tile_avx2 : tile_sse2;
}

#else

static void tile_plain(const int16_t *x, size_t x_row, size_t rows, size_t pairs, const int16_t *packed,
                       const float *scales, const float *biases, float *out, size_t out_row, size_t width) {
    int32_t sums[4 * BLOCK] = {0};
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
    size_t pairs = (inner + 1) / 2;
    for (size_t j = 0; j < columns; j += BLOCK) {
        size_t width = columns - j < BLOCK ? columns - j : BLOCK;
        for (size_t r = 0; r < rows; r += 4)
            tile(x + r * x_row, x_row, rows - r < 4 ? rows - r : 4, pairs, packed + j * 2 * pairs, scales + j,
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
