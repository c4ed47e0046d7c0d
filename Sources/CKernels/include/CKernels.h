/// The arithmetic of the networks.
///
/// Integer products are exact, so that a model gives the same answer on every machine, whatever instructions it has.
#ifndef ANNALS_CKERNELS_H
#define ANNALS_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// out[r * columns + c] = sum over k of a[r * inner + k] * b[c * inner + k]: rows of `a` times rows of `b`.
/// Sums are of 32 bits: inner * max|a| * max|b| must stay below 2^31.
void annals_multiply_i16(const int16_t *_Nonnull a, const int16_t *_Nonnull b, int32_t *_Nonnull out, size_t rows,
                         size_t columns, size_t inner);

#endif
