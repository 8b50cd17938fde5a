package lathe.text.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** From the model's three-letter codes to the two-letter ones that people write. */
final class LanguageCodes {
    /**
     * Codes of single languages where people use that of the group. Min Nan, which the model knows in Latin letters, is
     * not one.
     */
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("cmn", "zh"),
            Map.entry("ekk", "et"),
            Map.entry("lvs", "lv"),
            Map.entry("pes", "fa"),
            Map.entry("plt", "mg"),
            Map.entry("als", "sq"),
            Map.entry("azj", "az"),
            Map.entry("khk", "mn"),
            Map.entry("npi", "ne"),
            Map.entry("ory", "or"),
            Map.entry("pnb", "pa"),
            Map.entry("uzn", "uz"),
            Map.entry("zlm", "ms"),
            Map.entry("gug", "gn"));

    private final Map<String, String> twoLetters = new HashMap<>(GROUPS);

    LanguageCodes() {
        for (String code : Locale.getISOLanguages()) {
            twoLetters.putIfAbsent(Locale.forLanguageTag(code).getISO3Language(), code);
        }
    }

    String shortest(String code) {
        return twoLetters.getOrDefault(code, code);
    }
}
