package lathe.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The window's words in one language.
 *
 * @param bundle all texts by key
 * @param locale the language, and how it writes numbers
 */
public record Texts(ResourceBundle bundle, Locale locale) {
    private static final String BASE = "i18n.messages";

    /** The words of a language; any Chinese becomes Simplified Chinese, all else English. */
    public static Texts in(Locale wanted) {
        Locale locale = wanted.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BASE, locale, exact), locale);
    }

    /** A text as it stands. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text with its places filled, numbers written as the language does. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** A text, or another where there is none. */
    public String orElse(String key, String other) {
        return bundle.containsKey(key) ? bundle.getString(key) : other;
    }
}
