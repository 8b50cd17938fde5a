package lathe.text.language;

import java.util.List;
import java.util.Map;

/**
 * How often languages are met before a text is looked at. The model was taught with as many sentences of Volapük as of
 * English, so that a few words, which prove little, are spread over a hundred languages. What is added to a language's
 * sum is the logarithm of its share among web pages, weakened; as evidence grows with every n-gram, it decides the
 * shortest texts and is nothing in long ones.
 */
final class LanguagePrior {
    /** The model's sums are small: its odds are far too even, and so must those of the prior be. */
    private static final double STRENGTH = 0.05;

    /** Percent of web pages, after Common Crawl's own statistics, rounded; 0.05 where nothing stands. */
    private static final double RARE = 0.05;

    private static final Map<String, Double> SHARES = Map.ofEntries(
            Map.entry("eng", 44.0),
            Map.entry("rus", 6.0),
            Map.entry("deu", 5.5),
            Map.entry("spa", 4.5),
            Map.entry("fra", 4.4),
            Map.entry("ita", 2.5),
            Map.entry("por", 2.2),
            Map.entry("nld", 1.9),
            Map.entry("pol", 1.8),
            Map.entry("tur", 1.1),
            Map.entry("ces", 1.0),
            Map.entry("vie", 1.0),
            Map.entry("ind", 1.0),
            Map.entry("ara", 0.7),
            Map.entry("fas", 0.7),
            Map.entry("pes", 0.7),
            Map.entry("swe", 0.7),
            Map.entry("hun", 0.6),
            Map.entry("ron", 0.6),
            Map.entry("ukr", 0.6),
            Map.entry("dan", 0.5),
            Map.entry("slk", 0.4),
            Map.entry("fin", 0.4),
            Map.entry("nob", 0.3),
            Map.entry("bul", 0.3),
            Map.entry("hrv", 0.2),
            Map.entry("srp", 0.2),
            Map.entry("cat", 0.2),
            Map.entry("hin", 0.2),
            Map.entry("lit", 0.15),
            Map.entry("slv", 0.15),
            Map.entry("ekk", 0.15),
            Map.entry("est", 0.15),
            Map.entry("lav", 0.1),
            Map.entry("lvs", 0.1));

    private LanguagePrior() {}

    /** What is added to the sums of a model's languages. */
    static double[] of(List<String> languages) {
        return languages.stream()
                .mapToDouble(code -> STRENGTH * Math.log(SHARES.getOrDefault(code, RARE)))
                .toArray();
    }
}
