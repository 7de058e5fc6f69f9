package parley.conversation;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A picture's width and height in pixels, read from its header without decoding it: PNG 11.2.2, GIF
 * 89a 18, JPEG T.81 B.2.2, WebP RFC 9649.
 */
record PictureSize(int width, int height) {

    /** Empty when the header is damaged. */
    static Optional<PictureSize> of(FileKind kind, byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        try {
            return switch (kind) {
                case PNG -> found(header.getInt(16), header.getInt(20));
                case GIF -> gif(header.order(ByteOrder.LITTLE_ENDIAN));
                case JPEG -> jpeg(header.position(2));
                case WEBP -> webp(header.order(ByteOrder.LITTLE_ENDIAN));
                case PDF, OTHER -> Optional.empty();
            };
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PictureSize> found(int width, int height) {
        return width > 0 && height > 0
                ? Optional.of(new PictureSize(width, height))
                : Optional.empty();
    }

    private static Optional<PictureSize> gif(ByteBuffer header) {
        return found(
                Short.toUnsignedInt(header.getShort(6)), Short.toUnsignedInt(header.getShort(8)));
    }

    /** From segment to segment up to the frame header. */
    private static Optional<PictureSize> jpeg(ByteBuffer at) {
        while (Byte.toUnsignedInt(at.get()) == 0xff) {
            int marker = Byte.toUnsignedInt(at.get());
            while (marker == 0xff) {
                marker = Byte.toUnsignedInt(at.get());
            }
            if (isFrame(marker)) {
                at.position(at.position() + 3);
                int height = Short.toUnsignedInt(at.getShort());
                return found(Short.toUnsignedInt(at.getShort()), height);
            }
            at.position(at.position() + Short.toUnsignedInt(at.getShort(at.position())));
        }
        return Optional.empty();
    }

    /** C4, C8 and CC lie among the frames and are tables. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private static Optional<PictureSize> webp(ByteBuffer header) {
        return switch (header.get(15)) {
            case 'X' -> found(1 + threeBytes(header, 24), 1 + threeBytes(header, 27));
            case 'L' -> {
                int packed = header.getInt(21);
                yield found(1 + (packed & 0x3fff), 1 + (packed >>> 14 & 0x3fff));
            }
            default -> found(header.getShort(26) & 0x3fff, header.getShort(28) & 0x3fff);
        };
    }

    private static int threeBytes(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at))
                | Byte.toUnsignedInt(header.get(at + 2)) << 16;
    }

    boolean within(int most) {
        return width <= most && height <= most;
    }
}
