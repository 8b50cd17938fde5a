package lathe.clean.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;

/**
 * Phone numbers, by libphonenumber's tables. It is asked only about stretches that could be a number, and what it finds
 * is taken only where the form or the words before it tell a phone number from other numbers of the same length.
 */
final class PhoneDetector implements Detector {
    private static final String INSIDE = " -.()（）+\u00A0－";
    private static final int FEWEST_DIGITS = 7;
    private static final int LONGEST = 80;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final List<String> regions;

    /** A detector that knows the numbers of regions (ISO 3166) without a country code, and all numbers with one. */
    PhoneDetector(List<String> regions) {
        this.regions = regions.isEmpty() ? List.of("ZZ") : List.copyOf(regions);
    }

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Chars.digit(c) >= 0 || c == '+') {
                at = stretch(text, at, sink);
            }
        }
    }

    /** Looks at a stretch of digits and what stands between the digits of phone numbers; gives its last place. */
    private int stretch(String text, int first, Sink sink) {
        int from = first > 0 && "(（".indexOf(text.charAt(first - 1)) >= 0 ? first - 1 : first;
        int at = first;
        int end = first;
        int digits = 0;
        while (at < text.length() && at - first < LONGEST && at - end < 3) {
            boolean digit = Chars.digit(text.charAt(at)) >= 0;
            if (!digit && INSIDE.indexOf(text.charAt(at)) < 0) {
                break;
            }
            digits += digit ? 1 : 0;
            at++;
            end = digit ? at : end;
        }
        if (digits >= FEWEST_DIGITS) {
            for (String region : regions) {
                ask(text, from, end, region, sink);
            }
        }
        return Math.max(first, end - 1);
    }

    private void ask(String text, int from, int to, String region, Sink sink) {
        String stretch = text.substring(from, to);
        for (PhoneNumberMatch match : numbers.findNumbers(stretch, region, Leniency.VALID, Long.MAX_VALUE)) {
            int begin = from + match.start();
            int end = from + match.end();
            if (isFree(text, begin, end)
                    && PhoneForm.isTelling(text, begin, end, numbers.getNumberType(match.number()), match.number())) {
                sink.found(begin, end);
            }
        }
    }

    private static boolean isFree(String text, int from, int to) {
        char before = Chars.at(text, from - 1);
        char after = Chars.at(text, to);
        boolean number = (before == '.' || before == '-') && Chars.isDigit(Chars.at(text, from - 2));
        boolean goesOn = (after == '.' || after == '-') && Chars.isDigit(Chars.at(text, to + 1));
        boolean price = before == '$' || before == '￥' || before == '¥' || before == '€' || before == '#';
        return !Chars.isWordPart(before)
                && !Chars.isWordPart(after)
                && !number
                && !goesOn
                && !price
                && Chars.digit(before) < 0
                && Chars.digit(after) < 0
                && after != '%';
    }
}
