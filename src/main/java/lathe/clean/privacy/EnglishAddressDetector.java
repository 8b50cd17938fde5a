package lathe.clean.privacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Addresses as they are written in the United States: house, street, and where they follow, apartment, city, state and
 * ZIP code; post office boxes.
 */
final class EnglishAddressDetector implements Detector {
    private static final Set<String> STREETS = Set.of(
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "boulevard",
            "blvd",
            "lane",
            "ln",
            "drive",
            "dr",
            "court",
            "ct",
            "way",
            "place",
            "pl",
            "terrace",
            "ter",
            "circle",
            "cir",
            "square",
            "sq",
            "parkway",
            "pkwy",
            "highway",
            "hwy",
            "trail",
            "trl",
            "crescent",
            "close",
            "broadway");
    private static final Set<String> DIRECTIONS =
            Set.of("North", "South", "East", "West", "N", "S", "E", "W", "NE", "NW", "SE", "SW");
    private static final Set<String> UNITS =
            Set.of("apt", "apartment", "suite", "ste", "unit", "floor", "fl", "room", "rm");

    private final Set<String> states = new HashSet<>(Lists.words("states-us"));

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!(Chars.isDigit(c) || c == 'P') || Chars.joins(text, at)) {
                continue;
            }
            int street = Chars.isDigit(c) ? street(text, at) : box(text, at);
            if (street > 0) {
                int end = rest(text, street);
                sink.found(at, end);
                at = end - 1;
            }
        }
    }

    /** End of a house number of up to six characters and one to four words, of which the last is a kind of street. */
    private static int street(String text, int from) {
        int at = word(text, from);
        if (at - from > 6
                || !isHouse(text, from, at)
                || Chars.at(text, at) != ' '
                || Chars.at(text, from - 1) == '.'
                || isYear(text, from, at)) {
            return -1;
        }
        int best = -1;
        for (int words = 0; words < 5 && Chars.at(text, at) == ' '; words++) {
            int begin = at + 1;
            char first = Chars.at(text, begin);
            int end = word(text, begin);
            if (!Chars.isUpper(first) && !(Chars.isDigit(first) && Chars.isLetter(Chars.at(text, end - 1)))) {
                break;
            }
            String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
            at = Chars.at(text, end) == '.' && end - begin <= 4 ? end + 1 : end;
            best = STREETS.contains(word) && (words > 0 || word.equals("broadway")) ? end : best;
        }
        return best > 0 ? direction(text, best) : -1;
    }

    /** Behind the direction that may follow a street. */
    private static int direction(String text, int from) {
        int end = Chars.at(text, from) == ' ' ? word(text, from + 1) : from;
        return end > from && DIRECTIONS.contains(text.substring(from + 1, end)) ? end : from;
    }

    /** Digits, and one letter at most: 221B, but not 6th. */
    private static boolean isHouse(String text, int from, int to) {
        int digits = from;
        while (digits < to && Chars.isDigit(text.charAt(digits))) {
            digits++;
        }
        return to - digits <= 1;
    }

    /** Four digits behind "in" or "since". */
    private static boolean isYear(String text, int from, int to) {
        return to - from == 4
                && (text.regionMatches(true, from - 3, "in ", 0, 3) || text.startsWith("since ", from - 6));
    }

    private static int box(String text, int from) {
        for (String form : new String[] {"P.O. Box ", "PO Box ", "P.O. BOX ", "POST OFFICE BOX ", "Post Office Box "}) {
            if (text.startsWith(form, from)) {
                int end = word(text, from + form.length());
                return Chars.isDigit(Chars.at(text, from + form.length())) ? end : -1;
            }
        }
        return -1;
    }

    /** Takes what belongs to the address behind its street. */
    private int rest(String text, int from) {
        int at = unit(text, from);
        int city = next(text, at);
        int end = city;
        // A city of up to three words, then state or ZIP code: without one of them it may be anything.
        for (int words = 0; words < 4 && end > 0 && end < text.length(); words++) {
            int word = word(text, end);
            int state = state(text, end, word);
            if (state > 0) {
                return state;
            }
            if (word == end || !Chars.isUpper(text.charAt(end))) {
                break;
            }
            end = next(text, word);
        }
        return at;
    }

    private static int unit(String text, int from) {
        int begin = next(text, from);
        if (begin < 0) {
            return from;
        }
        if (text.charAt(begin) == '#') {
            return Math.max(from, word(text, begin + 1) > begin + 1 ? word(text, begin + 1) : from);
        }
        int end = word(text, begin);
        int number = next(text, end);
        boolean unit = UNITS.contains(text.substring(begin, end).toLowerCase(Locale.ROOT)) && number > 0;
        int hash = unit && text.charAt(number) == '#' ? number + 1 : number;
        return unit && word(text, hash) > hash ? word(text, hash) : from;
    }

    /** End of a state and what ZIP code follows, or of a ZIP code; -1 for neither. */
    private int state(String text, int from, int to) {
        boolean state = states.contains(text.substring(from, to));
        int zip = state ? next(text, to) : from;
        int end = zip < 0 ? -1 : word(text, zip);
        boolean digits = end - zip == 5 && text.substring(zip, end).chars().allMatch(c -> Chars.isDigit((char) c));
        if (!digits) {
            return state ? to : -1;
        }
        boolean plus = Chars.at(text, end) == '-' && word(text, end + 1) == end + 5;
        return plus ? end + 5 : end;
    }

    /**
     * Where the next word begins: behind a point, a comma, a blank or a line's end; -1 where the text goes on
     * otherwise.
     */
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && " ,.\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at == from || at >= text.length() ? -1 : at;
    }

    private static int word(String text, int from) {
        int at = from;
        while (at < text.length() && Chars.isAlnum(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
