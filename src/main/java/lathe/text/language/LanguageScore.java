package lathe.text.language;

/**
 * A guess at a text's language.
 *
 * @param language ISO 639-1 code, or 639-3 where there is none; {@code und} for a text without letters
 * @param confidence 0 to 1
 */
public record LanguageScore(String language, double confidence) {}
