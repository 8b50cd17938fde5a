package lathe.clean;

import java.io.IOException;
import java.io.InputStream;
import lathe.text.Scripts;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Finds a text's language, first by script, then by Apache OpenNLP's model over character n-grams.
 *
 * <p>Units are counted in the first {@value #LETTERS} letters: each ideograph or kana is one, each run of other letters
 * is one. Where ideographs and kana are more than half of the units, the text is Japanese if kana are at least a
 * twentieth of them, else Chinese, and the confidence is their share. Otherwise the model decides. Its probabilities
 * are spread over a hundred languages and small for short texts even where the first is right, so the confidence is
 * that of the first against the second, p1² / (p1² + p2²), times the share of the remaining units.
 */
final class LanguageDetection {
    static final int LETTERS = 2_000;
    private static final String MODEL = "/langdetect-183.bin";
    private static final double KANA_SHARE = 0.05;
    private static final LanguageScore NONE = new LanguageScore("und", 0);

    private final LanguageDetectorModel model;
    private final LanguageCodes codes = new LanguageCodes();

    LanguageDetection() throws IOException {
        try (InputStream in = LanguageDetection.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + MODEL);
            }
            model = new LanguageDetectorModel(in);
        }
    }

    LanguageScore detect(String text) {
        Units units = Units.of(text);
        double cjk = (double) units.han + units.kana;
        double all = cjk + units.runs;
        if (all == 0) {
            return NONE;
        }
        if (cjk > all / 2) {
            return new LanguageScore(units.kana >= KANA_SHARE * cjk ? "ja" : "zh", rounded(cjk / all));
        }
        // A detector keeps state while it looks at a text; making one costs nothing beside the model.
        Language[] best = new LanguageDetectorME(model).predictLanguages(text.substring(0, units.end));
        double first = best[0].getConfidence() * best[0].getConfidence();
        double second = best[1].getConfidence() * best[1].getConfidence();
        double certainty = first / (first + second);
        return new LanguageScore(codes.shortest(best[0].getLang()), rounded(certainty * units.runs / all));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** What a text's beginning is made of; {@code end} is where the beginning ends. */
    private record Units(int han, int kana, int runs, int end) {
        static Units of(String text) {
            int han = 0;
            int kana = 0;
            int runs = 0;
            int letters = 0;
            boolean inside = false;
            int i = 0;
            while (i < text.length() && letters < LETTERS) {
                int c = text.codePointAt(i);
                i += Character.charCount(c);
                boolean isHan = Scripts.isHan(c);
                boolean isKana = Scripts.isKana(c);
                boolean letter = Character.isLetter(c);
                han += isHan ? 1 : 0;
                kana += isKana ? 1 : 0;
                letters += letter ? 1 : 0;
                runs += letter && !isHan && !isKana && !inside ? 1 : 0;
                inside = letter && !isHan && !isKana;
            }
            return new Units(han, kana, runs, i);
        }
    }
}
