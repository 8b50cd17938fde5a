package lathe.clean.duplicate;

import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lathe.clean.rule.RuleServices;
import lathe.data.Document;

/** Services of which none is there. */
class NoServices implements RuleServices {
    @Override
    public Path base() {
        return Path.of("recipes");
    }

    @Override
    public Stream<Document> documents(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ToDoubleFunction<String> tokens(Path tokenizer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ToDoubleFunction<String> likelihood(Path model) {
        throw new UnsupportedOperationException();
    }
}
