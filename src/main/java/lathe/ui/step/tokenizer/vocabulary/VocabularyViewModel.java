package lathe.ui.step.tokenizer.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import lathe.text.Tokenizer;
import lathe.tokenize.quality.Ancestry;
import lathe.ui.open.OpenTokenizer;
import lathe.ui.open.SharedTokenizer;
import lathe.ui.task.LatestTask;
import lathe.ui.task.TaskRunner;
import org.jspecify.annotations.Nullable;

/** All tokens of the open tokenizer. */
public final class VocabularyViewModel {
    private final LatestTask<Optional<Vocabulary>> reading;
    private final ObjectProperty<@Nullable Vocabulary> vocabulary = new SimpleObjectProperty<>();

    /** The tokens by id, and where they come from. */
    record Vocabulary(List<TokenRow> tokens, Ancestry ancestry, Map<String, TokenRow> byPiece) {
        static Vocabulary of(List<TokenRow> tokens, Ancestry ancestry) {
            Map<String, TokenRow> byPiece = new HashMap<>();
            tokens.forEach(token -> byPiece.put(token.piece(), token));
            return new Vocabulary(tokens, ancestry, byPiece);
        }

        /** How people read a piece. */
        String text(String piece) {
            TokenRow token = byPiece.get(piece);
            return token == null ? piece : token.visible();
        }
    }

    public VocabularyViewModel(OpenTokenizer open, TaskRunner tasks) {
        reading = new LatestTask<>(tasks, 0);
        open.tokenizerProperty().addListener((property, before, now) -> read(now));
        read(open.tokenizerProperty().get());
    }

    ReadOnlyObjectProperty<@Nullable Vocabulary> vocabularyProperty() {
        return vocabulary;
    }

    private void read(@Nullable SharedTokenizer tokenizer) {
        if (tokenizer == null) {
            reading.cancel();
            vocabulary.set(null);
        } else {
            reading.now(
                    context -> tokenizer.use(with -> Vocabulary.of(rows(with), Ancestry.of(tokenizer.home()))),
                    found -> found.ifPresent(vocabulary::set),
                    failure -> vocabulary.set(null));
        }
    }

    private static List<TokenRow> rows(Tokenizer tokenizer) {
        List<TokenRow> rows = new ArrayList<>();
        for (int id = 0; id < tokenizer.vocabSize(); id++) {
            TokenRow row = TokenRow.of(tokenizer, id);
            if (row != null) {
                rows.add(row);
            }
        }
        return List.copyOf(rows);
    }
}
