package lathe.clean.rule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.data.Document;
import lathe.run.Failure;

/** What rules need from elsewhere in the house, handed in by whoever runs them. */
public interface RuleServices {

    /** What the paths in rules are relative to. */
    Path base();

    /** The records of a file in any form that can be imported; close the stream. */
    Stream<Document> documents(Path file) throws Failure, IOException;

    /** Counts a text's tokens with a tokenizer: a folder or a file; safe for several threads. */
    ToDoubleFunction<String> tokens(Path tokenizer) throws Failure, IOException;

    /** The mean negative log-likelihood (natural logarithm) of a text's tokens under a model folder. */
    ToDoubleFunction<String> likelihood(Path model) throws Failure, IOException;

    /** A path as it stands in a rule. */
    default Path resolve(String path) {
        return base().resolve(path).normalize();
    }
}
