package lathe.tokenize.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import lathe.run.Failure;
import lathe.run.RunCancelledException;

/** Texts at hand, gathered until there is enough work for a thread. */
final class TextBlocks implements Iterator<Sequences.Block> {
    private static final int CHARS = 1 << 18;

    private final Iterator<String> texts;

    TextBlocks(Iterator<String> texts) {
        this.texts = texts;
    }

    @Override
    public boolean hasNext() {
        return texts.hasNext();
    }

    @Override
    public Sequences.Block next() {
        List<String> block = new ArrayList<>();
        long chars = 0;
        do {
            String text = texts.next();
            block.add(text);
            chars += text.length();
        } while (chars < CHARS && texts.hasNext());
        return new Texts(block, chars);
    }

    private record Texts(List<String> texts, long bytes) implements Sequences.Block {
        @Override
        public void forEach(Sequences.Each each) throws Failure, IOException, RunCancelledException {
            for (String text : texts) {
                each.text(text);
            }
        }
    }
}
