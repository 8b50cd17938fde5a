package lathe.ingest.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How bytes are packed: the first bytes tell, then the name. */
enum Packing {
    NONE,
    GZIP,
    ZSTD,
    BZIP2,
    XZ,
    TAR,
    ZIP;

    private static final int TAR_MAGIC_AT = 257;

    private static final Map<String, Packing> BY_ENDING = Map.ofEntries(
            Map.entry(".gz", GZIP),
            Map.entry(".gzip", GZIP),
            Map.entry(".tgz", GZIP),
            Map.entry(".zst", ZSTD),
            Map.entry(".zstd", ZSTD),
            Map.entry(".tzst", ZSTD),
            Map.entry(".bz2", BZIP2),
            Map.entry(".tbz2", BZIP2),
            Map.entry(".tbz", BZIP2),
            Map.entry(".xz", XZ),
            Map.entry(".txz", XZ),
            Map.entry(".tar", TAR),
            Map.entry(".zip", ZIP),
            Map.entry(".jar", ZIP));

    // They are zips inside, and documents to everyone.
    private static final List<String> DOCUMENTS =
            List.of(".docx", ".docm", ".dotx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub");

    // What the first entry of such a document is called.
    private static final List<String> DOCUMENT_ENTRIES =
            List.of("[Content_Types].xml", "_rels/", "mimetype", "word/", "docProps/");

    private static final int ZIP_NAME_AT = 30;

    /** How something is packed that begins so and is called so; a name that promises a packing is believed. */
    static Packing of(byte[] head, String name) {
        if (head.length == 0) {
            return NONE;
        }
        Packing seen = ofMagic(head);
        if (seen == ZIP && isDocument(head, name)) {
            return NONE;
        }
        return seen == NONE ? BY_ENDING.getOrDefault(ending(name), NONE) : seen;
    }

    private static Packing ofMagic(byte[] head) {
        if (startsWith(head, 0, 0x1F, 0x8B, 8)) {
            return GZIP;
        } else if (startsWith(head, 0, 0x28, 0xB5, 0x2F, 0xFD) || isSkippableFrame(head)) {
            return ZSTD;
        } else if (startsWith(head, 0, 'B', 'Z', 'h') && startsWith(head, 4, 0x31, 0x41, 0x59, 0x26)) {
            return BZIP2;
        } else if (startsWith(head, 0, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        } else if (startsWith(head, 0, 'P', 'K', 3, 4) || startsWith(head, 0, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        return startsWith(head, TAR_MAGIC_AT, 'u', 's', 't', 'a', 'r') ? TAR : NONE;
    }

    private static boolean isSkippableFrame(byte[] head) {
        return startsWith(head, 1, 0x2A, 0x4D, 0x18) && (head[0] & 0xF0) == 0x50;
    }

    private static boolean isDocument(byte[] head, String name) {
        String first = new String(head, StandardCharsets.ISO_8859_1).substring(Math.min(head.length, ZIP_NAME_AT));
        return DOCUMENTS.contains(ending(name)) || DOCUMENT_ENTRIES.stream().anyMatch(first::startsWith);
    }

    private static boolean startsWith(byte[] bytes, int at, int... magic) {
        if (bytes.length < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[at + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is one stream inside, not entries with names. */
    boolean isCompression() {
        return this == GZIP || this == ZSTD || this == BZIP2 || this == XZ;
    }

    /** The name of what is inside a compressed file. */
    static String inner(String name) {
        String ending = ending(name);
        if (!BY_ENDING.getOrDefault(ending, NONE).isCompression()) {
            return name;
        }
        String bare = name.substring(0, name.length() - ending.length());
        return ending.startsWith(".t") ? bare + ".tar" : bare;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }
}
