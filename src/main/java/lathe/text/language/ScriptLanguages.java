package lathe.text.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which languages a script leaves possible, among those that the model knows. */
final class ScriptLanguages {
    private static final Map<UnicodeScript, Set<String>> OTHER_THAN_LATIN = Map.ofEntries(
            Map.entry(
                    UnicodeScript.CYRILLIC,
                    Set.of(
                            "bak", "bel", "bos", "bul", "che", "kaz", "kir", "mkd", "mon", "rus", "srp", "tat", "tgk",
                            "ukr", "uzb")),
            Map.entry(UnicodeScript.ARABIC, Set.of("ara", "fas", "pes", "pnb", "pus", "urd")),
            Map.entry(UnicodeScript.DEVANAGARI, Set.of("hin", "mar", "nep", "san")),
            Map.entry(UnicodeScript.HANGUL, Set.of("kor")),
            Map.entry(UnicodeScript.THAI, Set.of("tha")),
            Map.entry(UnicodeScript.GREEK, Set.of("ell")),
            Map.entry(UnicodeScript.HEBREW, Set.of("heb")),
            Map.entry(UnicodeScript.ARMENIAN, Set.of("hye")),
            Map.entry(UnicodeScript.GEORGIAN, Set.of("kat")),
            Map.entry(UnicodeScript.BENGALI, Set.of("ben")),
            Map.entry(UnicodeScript.GURMUKHI, Set.of("pan")),
            Map.entry(UnicodeScript.GUJARATI, Set.of("guj")),
            Map.entry(UnicodeScript.TAMIL, Set.of("tam")),
            Map.entry(UnicodeScript.TELUGU, Set.of("tel")),
            Map.entry(UnicodeScript.KANNADA, Set.of("kan")),
            Map.entry(UnicodeScript.MALAYALAM, Set.of("mal")),
            Map.entry(UnicodeScript.SINHALA, Set.of("sin")));

    /** Languages that are written in Latin letters too, or at times. */
    private static final Set<String> LATIN_TOO = Set.of("bos", "srp", "uzb", "kaz", "tat");

    private static final Set<String> UNSPACED = Set.of("cmn", "jpn");

    private final List<String> languages;

    /** Of a model's languages. */
    ScriptLanguages(List<String> languages) {
        this.languages = languages;
    }

    /** For each of the languages whether it can be written so; none for a script that the model does not know. */
    boolean[] of(UnicodeScript script) {
        Set<String> possible =
                script == UnicodeScript.LATIN ? latin() : OTHER_THAN_LATIN.getOrDefault(script, Set.of());
        boolean[] mask = new boolean[languages.size()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = possible.contains(languages.get(i));
        }
        return mask;
    }

    private Set<String> latin() {
        Set<String> others = Stream.concat(OTHER_THAN_LATIN.values().stream().flatMap(Set::stream), UNSPACED.stream())
                .filter(code -> !LATIN_TOO.contains(code))
                .collect(Collectors.toSet());
        return languages.stream().filter(code -> !others.contains(code)).collect(Collectors.toSet());
    }
}
