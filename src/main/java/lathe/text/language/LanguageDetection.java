package lathe.text.language;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds a text's language, first by script, then by the weights of Apache OpenNLP's model over character n-grams.
 *
 * <p>Of the units of a text's {@link Beginning}, ideographs and kana may be half or more: then the text is Japanese if
 * kana are at least a twentieth of them, else Chinese, and the confidence is their share. Otherwise the script of the
 * other letters leaves some languages possible. One is taken as it is. Among several the {@link GramModel} and the
 * {@link LanguagePrior} decide. The probabilities are small for short texts even where the first is right, so the
 * certainty is that of the first against the second, p1⁴ / (p1⁴ + p2⁴). Languages that share a code, such as Estonian
 * and Standard Estonian, are one. The confidence is the certainty times the share of the units that are no ideographs.
 *
 * <p>Safe for several threads; the model is read once.
 */
public final class LanguageDetection {
    private static final double KANA_SHARE = 0.05;

    /**
     * Measured: with it hardly any of the guesses with a confidence of 0.65 is wrong, and few right ones stay below.
     */
    private static final double STEEPNESS = 4;

    private static final LanguageScore NONE = new LanguageScore("und", 0);

    private final GramModel model;
    private final double[] prior;
    private final List<String> codes;
    private final Map<UnicodeScript, boolean[]> masks = new EnumMap<>(UnicodeScript.class);

    private LanguageDetection() throws IOException {
        model = GramModelReader.read();
        prior = LanguagePrior.of(model.languages());
        LanguageCodes shorter = new LanguageCodes();
        codes = model.languages().stream().map(shorter::shortest).toList();
        ScriptLanguages scripts = new ScriptLanguages(model.languages());
        for (UnicodeScript script : UnicodeScript.values()) {
            masks.put(script, scripts.of(script));
        }
    }

    /** All codes that it can answer, without {@code ja}, {@code zh} and {@code und} of the scripts. */
    List<String> codes() {
        return codes;
    }

    /** The one detection of this process. */
    public static LanguageDetection get() throws IOException {
        return Holder.get();
    }

    /** The language of a text's beginning. */
    public LanguageScore detect(String text) {
        Beginning beginning = Beginning.of(text);
        double cjk = beginning.cjk();
        double all = beginning.units();
        if (all == 0) {
            return NONE;
        }
        if (cjk >= all / 2) {
            return new LanguageScore(beginning.kana() >= KANA_SHARE * cjk ? "ja" : "zh", rounded(cjk / all));
        }
        LanguageScore best = likeliest(new Plain(text, beginning.end()), masks.get(beginning.script()));
        return new LanguageScore(best.language(), rounded(best.confidence() * beginning.runs() / all));
    }

    /** The first of the possible languages and its certainty against the second. */
    private LanguageScore likeliest(Plain plain, boolean[] possible) {
        double[] sums = model.sums(plain.chars(), plain.length());
        int first = -1;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += prior[i];
            if (possible[i] && (first < 0 || sums[i] > sums[first])) {
                first = i;
            }
        }
        if (first < 0) {
            return NONE;
        }
        double lead = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            if (possible[i] && !codes.get(i).equals(codes.get(first))) {
                lead = Math.min(lead, sums[first] - sums[i]);
            }
        }
        return new LanguageScore(codes.get(first), 1 / (1 + Math.exp(-STEEPNESS * lead)));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static final class Holder {
        private static LanguageDetection only;

        static synchronized LanguageDetection get() throws IOException {
            if (only == null) {
                only = new LanguageDetection();
            }
            return only;
        }
    }
}
