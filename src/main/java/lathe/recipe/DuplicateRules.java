package lathe.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules that compare records with each other. */
public interface DuplicateRules {

    /** Drops copies of a text. */
    record ExactDuplicates(
            @Setting(def = "false", help = "Whether case counts as the same.") boolean ignoreCase,
            @Setting(def = "true", help = "Whether runs of blanks count as one, and those at the ends as none.")
                    boolean ignoreWhitespace,
            @Setting(def = "false", help = "Whether digits and punctuation are looked over.") boolean ignorePunctuation,
            @Setting(def = "first", bound = true, help = "Which of equal records stays.") Survivor keep,
            @Setting(def = "[]", bound = true, help = "Sources, best first, where the source decides.")
                    List<String> sources)
            implements Rule.Duplicates {}

    /** Drops texts that are nearly the same (MinHash and LSH; Broder 1997). */
    record NearDuplicates(
            @Setting(
                            def = "0.7",
                            min = 0.1,
                            max = 1,
                            typical = "0.7 to 0.9",
                            help = "Jaccard similarity from which on two texts are the same.")
                    double threshold,
            @Setting(def = "5", min = 1, max = 50, help = "Words of a shingle; characters where Chinese prevails.")
                    int n,
            @Setting(def = "256", min = 16, max = 1024, help = "Hashes of a signature.") int permutations,
            @Setting(
                            def = Setting.ABSENT,
                            min = 1,
                            advanced = true,
                            help = "Bands; together with rows in place of those that fit the threshold best.")
                    @Nullable
                    Integer bands,
            @Setting(def = Setting.ABSENT, min = 1, advanced = true, help = "Rows of a band.") @Nullable Integer rows,
            @Setting(
                            def = "true",
                            advanced = true,
                            help = "Whether pairs are compared once more by their whole signatures.")
                    boolean verify,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour,
            @Setting(def = "first", bound = true, help = "Which of equal records stays.") Survivor keep,
            @Setting(def = "[]", bound = true, help = "Sources, best first, where the source decides.")
                    List<String> sources)
            implements Rule.Duplicates {}

    /** Drops texts whose SimHash (Charikar 2002) differs in few bits. */
    record SimhashDuplicates(
            @Setting(def = "6", min = 1, max = 50, help = "Words of a shingle; characters where Chinese prevails.")
                    int n,
            @Setting(def = "4", min = 0, max = 16, help = "Bits by which two hashes may differ.") int distance,
            @Setting(def = "6", min = 1, max = 16, help = "Blocks that a hash is cut into; more than the distance.")
                    int blocks,
            @Setting(
                            def = "lathe",
                            advanced = true,
                            help = "Whose definition is computed; the numbers of the tools differ.")
                    Flavour flavour,
            @Setting(def = "first", bound = true, help = "Which of equal records stays.") Survivor keep,
            @Setting(def = "[]", bound = true, help = "Sources, best first, where the source decides.")
                    List<String> sources)
            implements Rule.Duplicates {}
}
