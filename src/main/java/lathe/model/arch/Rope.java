package lathe.model.arch;

/**
 * Rotary positions (Su et al. 2021): pairs of numbers turn by an angle that grows with the position.
 *
 * @param theta base of the angles
 * @param dims how many numbers of a head turn, from its first; even
 * @param scaling what stretches the angles to longer texts
 */
public record Rope(double theta, int dims, RopeScaling scaling) {}
