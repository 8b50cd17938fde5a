package lathe.tokenize.sentencepiece.model;

import java.util.ArrayList;
import java.util.List;
import lathe.tokenize.sentencepiece.model.SpModel.Ids;

/** Field numbers of sentencepiece_model.proto. What a file does not say has the value that is given here. */
final class SpModelForm {
    private static final int PIECES = 1;
    private static final int TRAINER = 2;
    private static final int NORMALIZER = 3;

    private static final int TEXT = 1;
    private static final int SCORE = 2;
    private static final int KIND = 3;

    private static final int TYPE = 3;
    private static final int VOCAB_SIZE = 4;
    private static final int COVERAGE = 10;
    private static final int MAX_LENGTH = 20;
    private static final int SPLIT_BY_SCRIPT = 21;
    private static final int SPLIT_BY_SPACE = 22;
    private static final int SPLIT_BY_NUMBER = 23;
    private static final int SPACE_IS_SUFFIX = 24;
    private static final int SPLIT_DIGITS = 25;
    private static final int SPACES_ALONE = 26;
    private static final int CONTROL = 30;
    private static final int USER_DEFINED = 31;
    private static final int BYTE_FALLBACK = 35;
    private static final int UNKNOWN_ID = 40;
    private static final int BEGIN_ID = 41;
    private static final int END_ID = 42;
    private static final int PAD_ID = 43;

    private static final int NAME = 1;
    private static final int RULES = 2;
    private static final int DUMMY_PREFIX = 3;
    private static final int SQUEEZE = 4;
    private static final int ESCAPE = 5;

    private SpModelForm() {}

    static SpModel parse(byte[] bytes) throws MalformedModelException {
        ProtoMessage file = ProtoMessage.parse(bytes);
        if (!file.has(TRAINER) || !file.has(NORMALIZER)) {
            throw new MalformedModelException("its end is missing: what it says of its trainer and normalizer", 0);
        }
        ProtoMessage trainer = ProtoMessage.parse(file.bytes(TRAINER));
        if (trainer.flag(SPACE_IS_SUFFIX, false)) {
            throw new MalformedModelException("it writes spaces behind words, which tokenizer.json cannot say", 0);
        }
        List<SpPiece> pieces = pieces(file);
        SpNormalizer normalizer = normalizer(file.bytes(NORMALIZER));
        return new SpModel(type(trainer), pieces, ids(trainer, pieces), normalizer, options(trainer));
    }

    private static SpModel.Type type(ProtoMessage trainer) throws MalformedModelException {
        int number = trainer.number(TYPE, SpModel.Type.UNIGRAM.number());
        for (SpModel.Type type : SpModel.Type.values()) {
            if (type.number() == number) {
                return type;
            }
        }
        throw new MalformedModelException("it is of words or characters, neither unigram nor BPE", 0);
    }

    private static List<SpPiece> pieces(ProtoMessage file) throws MalformedModelException {
        List<SpPiece> all = new ArrayList<>();
        for (ProtoMessage piece : file.messages(PIECES)) {
            PieceKind kind = PieceKind.of(piece.number(KIND, PieceKind.NORMAL.number()));
            all.add(new SpPiece(piece.text(TEXT, ""), piece.decimal(SCORE, 0), kind));
        }
        return all;
    }

    /** The unknown piece is the one of that kind, whatever the trainer was told, as in SentencePiece. */
    private static Ids ids(ProtoMessage trainer, List<SpPiece> pieces) throws MalformedModelException {
        Ids standard = Ids.standard();
        int unknown = pieces.stream().map(SpPiece::kind).toList().indexOf(PieceKind.UNKNOWN);
        return new Ids(
                unknown,
                trainer.number(BEGIN_ID, standard.begin()),
                trainer.number(END_ID, standard.end()),
                trainer.number(PAD_ID, standard.pad()));
    }

    private static SpNormalizer normalizer(byte[] bytes) throws MalformedModelException {
        ProtoMessage spec = ProtoMessage.parse(bytes);
        return new SpNormalizer(
                spec.text(NAME, "identity"),
                spec.bytes(RULES),
                spec.flag(DUMMY_PREFIX, true),
                spec.flag(SQUEEZE, true),
                spec.flag(ESCAPE, true));
    }

    private static SpOptions options(ProtoMessage trainer) throws MalformedModelException {
        SpOptions standard = SpOptions.standard();
        return new SpOptions(
                trainer.decimal(COVERAGE, standard.coverage()),
                trainer.number(MAX_LENGTH, standard.maxLength()),
                trainer.flag(SPLIT_BY_SCRIPT, true),
                trainer.flag(SPLIT_BY_NUMBER, true),
                trainer.flag(SPLIT_BY_SPACE, true),
                trainer.flag(SPLIT_DIGITS, false),
                trainer.flag(SPACES_ALONE, false));
    }

    static byte[] bytes(SpModel model) {
        ProtoMessage file = new ProtoMessage();
        for (SpPiece piece : model.pieces()) {
            file.add(
                    PIECES,
                    new ProtoMessage()
                            .add(TEXT, piece.text())
                            .add(SCORE, piece.score())
                            .add(KIND, piece.kind().number()));
        }
        SpNormalizer normalizer = model.normalizer();
        return file.add(TRAINER, trainer(model))
                .add(
                        NORMALIZER,
                        new ProtoMessage()
                                .add(NAME, normalizer.name())
                                .add(RULES, normalizer.rules())
                                .add(DUMMY_PREFIX, normalizer.dummyPrefix())
                                .add(SQUEEZE, normalizer.squeeze())
                                .add(ESCAPE, normalizer.escape()))
                .bytes();
    }

    private static ProtoMessage trainer(SpModel model) {
        SpOptions options = model.options();
        ProtoMessage trainer = new ProtoMessage()
                .add(TYPE, model.type().number())
                .add(VOCAB_SIZE, model.pieces().size())
                .add(COVERAGE, options.coverage())
                .add(MAX_LENGTH, options.maxLength())
                .add(SPLIT_BY_SCRIPT, options.splitByScript())
                .add(SPLIT_BY_SPACE, options.splitBySpace())
                .add(SPLIT_BY_NUMBER, options.splitByNumber())
                .add(SPLIT_DIGITS, options.splitDigits())
                .add(SPACES_ALONE, options.spacesAlone())
                .add(BYTE_FALLBACK, model.byteFallback());
        Ids ids = model.ids();
        for (SpPiece piece : model.pieces()) {
            if (piece.kind() == PieceKind.USER_DEFINED) {
                trainer.add(USER_DEFINED, piece.text());
            }
        }
        for (int id = 0; id < model.pieces().size(); id++) {
            boolean named = id == ids.begin() || id == ids.end() || id == ids.pad();
            if (model.pieces().get(id).kind() == PieceKind.CONTROL && !named) {
                trainer.add(CONTROL, model.pieces().get(id).text());
            }
        }
        return trainer.add(UNKNOWN_ID, ids.unknown())
                .add(BEGIN_ID, ids.begin())
                .add(END_ID, ids.end())
                .add(PAD_ID, ids.pad());
    }
}
