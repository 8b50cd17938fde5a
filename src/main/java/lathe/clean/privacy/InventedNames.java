package lathe.clean.privacy;

import java.util.Arrays;
import java.util.List;

/** Names that nobody has, in the form of an original: as long in Chinese, with as many words in English. */
final class InventedNames {
    private final List<String> chinese = Lists.own("invented-zh");
    private final List<String> first;
    private final List<String> last;

    InventedNames() {
        List<String> english = Lists.own("invented-en");
        first = Arrays.asList(english.get(0).split(" "));
        last = Arrays.asList(english.get(1).split(" "));
    }

    String of(String original, KeyedNumbers numbers) {
        if (original.chars().anyMatch(c -> Chars.isHan((char) c))) {
            int length = original.codePointCount(0, original.length());
            return pick(0, numbers) + (length > 1 ? pick(1, numbers) : "") + (length > 2 ? pick(2, numbers) : "");
        }
        String family = last.get(numbers.next(last.size()));
        return original.indexOf(' ') < 0 ? family : first.get(numbers.next(first.size())) + ' ' + family;
    }

    private String pick(int line, KeyedNumbers numbers) {
        return numbers.characters(chinese.get(line), 1);
    }
}
