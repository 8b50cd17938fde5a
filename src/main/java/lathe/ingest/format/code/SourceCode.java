package lathe.ingest.format.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import lathe.ingest.format.document.ExtractedText;
import lathe.ingest.format.document.RefusedException;

/**
 * A file of source code as it is. Files that no one wrote are refused: {@code binary}, {@code minified},
 * {@code generated}.
 */
public final class SourceCode {
    private static final int LOOKED_AT = 8000; // as git does

    private SourceCode() {}

    /**
     * The code, with its language and path.
     *
     * @param path relative to the source; its name tells the language
     */
    public static ExtractedText of(byte[] file, String path) throws RefusedException {
        String language = Languages.of(path);
        if (language == null) {
            throw new RefusedException("unknown-language", path);
        }
        for (int i = 0; i < Math.min(file.length, LOOKED_AT); i++) {
            if (file[i] == 0) {
                throw new RefusedException("binary", path);
            }
        }
        String code = decoded(file, path);
        if (Written.isMinified(code, path)) {
            throw new RefusedException("minified", path);
        }
        if (Written.isGenerated(code, path)) {
            throw new RefusedException("generated", path);
        }
        String named = language.equals("MATLAB") && Written.isObjectiveC(code) ? "Objective-C" : language;
        ExtractedText.Meta meta =
                new ExtractedText.Meta().put("language", named).put("path", path);
        return new ExtractedText(code, meta.values());
    }

    private static String decoded(byte[] file, String path) throws RefusedException {
        try {
            String code = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return code.startsWith("\uFEFF") ? code.substring(1) : code;
        } catch (CharacterCodingException e) {
            throw new RefusedException("invalid-utf8", path);
        }
    }
}
