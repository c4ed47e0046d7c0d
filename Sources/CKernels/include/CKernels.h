/// The arithmetic of the networks.
///
/// Integer products are exact, so that a model gives the same answer on every machine, whatever instructions it has.
#ifndef ANNALS_CKERNELS_H
#define ANNALS_CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Columns of a packed matrix lie in groups of this many.
#define ANNALS_BLOCK 16

/// How many numbers a matrix of so many columns has when it is packed.
size_t annals_packed_length(size_t columns, size_t inner);

/// Packs a matrix whose columns lie as rows, `row` numbers apart, each of `inner` numbers, for the product below.
void annals_pack_i16(const int16_t *_Nonnull rows, size_t columns, size_t inner, size_t row, int16_t *_Nonnull packed);

/// out[r][c] = scales[c] * (the sum over i of x[r][i] * column c [i]) + biases[c].
/// Sums are of 32 bits: inner * max|x| * max|column| must stay below 2^31. Rows of `x` are `x_row` numbers apart and
/// must be readable to an even number of them.
void annals_multiply_i16(const int16_t *_Nonnull x, size_t rows, size_t x_row, size_t inner,
                         const int16_t *_Nonnull packed, size_t columns, const float *_Nonnull scales,
                         const float *_Nonnull biases, float *_Nonnull out, size_t out_row);

/// Sets of instructions that there is a version of the product for.
typedef enum { ANNALS_BASELINE, ANNALS_AVX2, ANNALS_AVX512 } annals_instructions;

/// The same with a given set of instructions, for tests. False if the machine lacks them.
bool annals_multiply_i16_with(annals_instructions instructions, const int16_t *_Nonnull x, size_t rows, size_t x_row,
                              size_t inner, const int16_t *_Nonnull packed, size_t columns,
                              const float *_Nonnull scales, const float *_Nonnull biases, float *_Nonnull out,
                              size_t out_row);

/// out[i] = values[i] * scale, rounded, and cut at -limit and limit.
void annals_quantize(const float *_Nonnull values, size_t count, float scale, int16_t limit, int16_t *_Nonnull out);

/// c[r][k] = (or +=, if `add`) the sum over i of a[r][i] * b[i][k], all with strides: an element of `a` is
/// a[r * a_row + i * a_step], one of `b` is b[i * b_step + k * b_column], one of `c` is c[r * c_row + k].
void annals_multiply_f32(size_t rows, size_t columns, size_t inner, const float *_Nonnull a, size_t a_row,
                         size_t a_step, const float *_Nonnull b, size_t b_step, size_t b_column, float *_Nonnull c,
                         size_t c_row, bool add);

/// One step of Adam without bias correction, which the caller puts into `rate`: Kingma and Ba, "Adam" (2015).
void annals_adam_f32(size_t count, float *_Nonnull value, const float *_Nonnull gradient, float *_Nonnull mean,
                     float *_Nonnull square, float rate, float keep_mean, float keep_square, float tiny);

/// values[i] = x(27 + x^2) / (27 + 9x^2), with x cut at -3 and 3: close to the hyperbolic tangent.
void annals_squash(float *_Nonnull values, size_t count);

/// gradient[i] *= the slope of that function at before[i].
void annals_squash_back(const float *_Nonnull before, float *_Nonnull gradient, size_t count);

/// One direction of a simple recurrent unit: Lei et al., "Simple recurrent units for highly parallelizable recurrence"
/// (2018), with the function above for its gates. Each array has `width` elements.
typedef struct {
    size_t width;
    const float *_Nonnull forget_cell;
    const float *_Nonnull reset_cell;
    const float *_Nonnull forget_bias;
    const float *_Nonnull reset_bias;
} annals_recurrence;

/// Where the gradients of such a unit are added up.
typedef struct {
    float *_Nonnull forget_cell;
    float *_Nonnull reset_cell;
    float *_Nonnull forget_bias;
    float *_Nonnull reset_bias;
} annals_recurrence_gradient;

/// Runs it over the words of one sentence. A row of `input` begins with the candidate, the forget gate and the reset
/// gate of the word, each `width` long; `skip` is what the reset gate lets by. `cells` takes (words + 1) * width
/// numbers, the states in the order of the run.
void annals_recur(const annals_recurrence *_Nonnull layer, const float *_Nonnull input, size_t input_row,
                  const float *_Nonnull skip, size_t skip_row, float *_Nonnull output, size_t output_row,
                  float *_Nonnull cells, size_t words, bool backwards);

/// The way back: from `gradient`, that of the output, to those of input (written; rows like `input`), of skip (added)
/// and of the unit. `carry` is scratch of `width` numbers.
void annals_recur_back(const annals_recurrence *_Nonnull layer, const float *_Nonnull input, size_t input_row,
                       const float *_Nonnull skip, size_t skip_row, const float *_Nonnull gradient,
                       size_t gradient_row, const float *_Nonnull cells, size_t words, bool backwards,
                       float *_Nonnull input_gradient, float *_Nonnull skip_gradient, size_t skip_gradient_row,
                       float *_Nonnull carry, const annals_recurrence_gradient *_Nonnull to);

/// Bytes to words of 16 bits.
void annals_widen(const int8_t *_Nonnull from, size_t count, int16_t *_Nonnull to);

/// out += scale * the sum of some rows of a table.
void annals_add_rows(const int8_t *_Nonnull table, size_t width, const uint32_t *_Nonnull rows, size_t count,
                     float scale, float *_Nonnull out);

/// out = the products of the two, then the one, then the other.
void annals_cross(const float *_Nonnull dependent, const float *_Nonnull head, size_t width, float *_Nonnull out);

#endif
