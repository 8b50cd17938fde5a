package lathe.clean.privacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * English names: behind titles (Mr., Dr.) and words that announce one ("my name is"), and a frequent first name before
 * a capitalised word that is none of a place or an institution.
 */
final class EnglishNameDetector implements Detector {
    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "rev", "capt", "officer");
    private static final Set<String> LABELS = Set.of(
            "name",
            "contact",
            "attn",
            "attention",
            "patient",
            "author",
            "customer",
            "client",
            "recipient",
            "cardholder",
            "sincerely",
            "regards",
            "signed",
            "applicant",
            "tenant",
            "employee",
            "beneficiary");
    private static final Set<String> INSTITUTIONS =
            Set.of("university", "college", "school", "hospital", "street", "avenue", "road", "park", "inc", "county");
    private static final int LONGEST = 4;

    private final Set<String> firstNames = new HashSet<>(Lists.words("first-names-en"));
    private final Set<String> unsure = new HashSet<>(Lists.words("first-names-unsure-en"));
    private final Set<String> lastNames = new HashSet<>(Lists.words("last-names-en"));
    private final Set<String> others = new HashSet<>(Lists.words("no-names-en"));

    @Override
    public void find(String text, Sink sink) {
        for (int at = 0; at < text.length(); at++) {
            if (Chars.isUpper(text.charAt(at)) && !Chars.isWordPart(Chars.at(text, at - 1))) {
                at = Math.max(at, name(text, at, sink) - 1);
            }
        }
    }

    /** Looks at the capitalised words from a place on; gives the end of the name, or the place. */
    private int name(String text, int from, Sink sink) {
        Capitals words = Capitals.at(text, from, LONGEST);
        int first = words.count() > 1 && TITLES.contains(words.lower(0)) ? 1 : 0;
        int last = end(words, first);
        boolean known = last > first + 1 && isFullName(words, first, last);
        boolean announced = last > first && (first == 1 || isAnnounced(text, from, words.lower(first)));
        if (!known && !announced) {
            return from;
        }
        sink.found(words.from(first), words.to(last - 1));
        return words.to(last - 1);
    }

    /** Behind the last word that can belong to the name; a single letter does only within it. */
    private int end(Capitals words, int first) {
        int last = first == 1 ? 2 : first; // behind a title any word is a name: Ms. Park
        while (last < words.count() && !others.contains(words.lower(last))) {
            last++;
        }
        while (last > first && words.lower(last - 1).length() == 1) {
            last--;
        }
        return last < words.count() && isInstitution(words.lower(last)) ? first : last;
    }

    private static boolean isInstitution(String word) {
        return INSTITUTIONS.contains(word);
    }

    private boolean isFullName(Capitals words, int first, int last) {
        String given = words.lower(first);
        boolean family = lastNames.contains(words.lower(last - 1));
        boolean capitals = words.isAllCapitals(last - 1);
        return (firstNames.contains(given) && (family || !capitals)) || (unsure.contains(given) && family);
    }

    private boolean isAnnounced(String text, int from, String given) {
        int at = from;
        while (at > 0 && " \t\n:：,，".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        String before = text.substring(Math.max(0, at - 16), at).toLowerCase(Locale.ROOT);
        if (before.endsWith("name is") || before.endsWith("name's")) {
            return true;
        }
        boolean sure = firstNames.contains(given) || unsure.contains(given);
        boolean mark = at < from && ":：,，".indexOf(text.charAt(at)) >= 0;
        int word = at;
        while (word > 0 && Chars.isLetter(text.charAt(word - 1))) {
            word--;
        }
        String label = text.substring(word, at).toLowerCase(Locale.ROOT);
        boolean dear = label.equals("dear")
                || before.endsWith("i am")
                || before.endsWith("i'm")
                || before.endsWith("this is")
                || before.endsWith("named");
        return (mark && LABELS.contains(label) && (sure || !label.equals("contact"))) || (dear && sure);
    }
}
