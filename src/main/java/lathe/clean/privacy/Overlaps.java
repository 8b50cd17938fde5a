package lathe.clean.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.recipe.PersonalKind;

/**
 * Decides between findings that overlap. The user and password of a link come first, as what is around tells them for
 * sure; then the longer; then the kind that is listed first; then the earlier.
 */
final class Overlaps {
    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.kind() == PersonalKind.URL_CREDENTIALS ? 0 : 1)
            .thenComparingInt(finding -> finding.from() - finding.to())
            .thenComparing(Finding::kind)
            .thenComparingInt(Finding::from);

    private Overlaps() {}

    /** The findings that stay, in the order of the text. */
    static List<Finding> resolve(List<Finding> all) {
        if (all.size() < 2) {
            return List.copyOf(all);
        }
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        all.stream()
                .sorted(ORDER)
                .filter(finding -> isFree(kept, finding))
                .forEach(finding -> kept.put(finding.from(), finding));
        return new ArrayList<>(kept.values());
    }

    private static boolean isFree(TreeMap<Integer, Finding> kept, Finding finding) {
        Map.Entry<Integer, Finding> before = kept.lowerEntry(finding.to());
        return before == null || before.getValue().to() <= finding.from();
    }
}
