package lathe.model.text;

import java.util.Arrays;

/**
 * What a model makes of tokens that it was to predict.
 *
 * @param likelihoods negative log likelihood of each, natural logarithm
 * @param likeliest whether the model finds no token likelier
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record TokenScores(float[] likelihoods, boolean[] likeliest) {

    /** What a program says: all likelihoods, then a 1 or 0 for each. */
    static TokenScores of(float[] both) {
        int count = both.length / 2;
        boolean[] likeliest = new boolean[count];
        for (int i = 0; i < count; i++) {
            likeliest[i] = both[count + i] != 0;
        }
        return new TokenScores(Arrays.copyOf(both, count), likeliest);
    }

    /** Both one after another. */
    TokenScores plus(TokenScores other) {
        float[] all = Arrays.copyOf(likelihoods, likelihoods.length + other.likelihoods.length);
        System.arraycopy(other.likelihoods, 0, all, likelihoods.length, other.likelihoods.length);
        boolean[] flags = Arrays.copyOf(likeliest, all.length);
        System.arraycopy(other.likeliest, 0, flags, likeliest.length, other.likeliest.length);
        return new TokenScores(all, flags);
    }
}
