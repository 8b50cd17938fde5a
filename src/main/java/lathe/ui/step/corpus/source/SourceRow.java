package lathe.ui.step.corpus.source;

import lathe.data.browse.SourceSummary;
import lathe.recipe.CorpusSource;
import org.jspecify.annotations.Nullable;

/**
 * A source in the list.
 *
 * @param source as the recipe has it
 * @param look as it lies on the disk; null until somebody has looked
 * @param imported what the import knows of it; null where it was not imported
 */
public record SourceRow(
        CorpusSource source, @Nullable SourceLook look, @Nullable SourceSummary imported, SourceState state) {

    /** A row with all that is known. */
    public static SourceRow of(CorpusSource source, @Nullable SourceLook look, @Nullable OpenCorpus corpus) {
        String name = source.source();
        return new SourceRow(
                source, look, corpus == null ? null : corpus.summary(name), SourceState.of(name, look, corpus));
    }

    /** The preset that was asked for, or that the first rows show; empty where neither is known. */
    public String preset() {
        if (!source.map().isEmpty()) {
            return "mapped";
        }
        return source.preset().equals("auto") ? look == null ? "" : look.preset() : source.preset();
    }

    /** The format that was asked for, or that shows; empty where neither is known. */
    public String format() {
        return source.format().equals("auto") ? look == null ? "" : look.format() : source.format();
    }
}
