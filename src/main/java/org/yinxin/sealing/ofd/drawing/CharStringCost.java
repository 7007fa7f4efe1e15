package org.yinxin.sealing.ofd.drawing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.cff.CFFType1Font;
import org.jspecify.annotations.Nullable;

/**
 * Walks a glyph's charstring (Adobe Technical Note 5177) as its parser will, and stops where subroutines call each other
 * so often that the glyph would fill the memory.
 */
final class CharStringCost {

    private static final int MOST_STEPS = 100_000;
    private static final int DEEPEST = 12;

    private final byte[][] global;
    private final byte @Nullable [][] local;
    private int steps;
    private int numbers;
    private int last;
    private int stems;

    private CharStringCost(byte[][] global, byte @Nullable [][] local) {
        this.global = global;
        this.local = local;
    }

    /** @throws IOException when the glyph costs too much or is broken */
    static void check(CFFFont font, int glyph) throws IOException {
        List<byte[]> glyphs = font.getCharStringBytes();
        if (glyph < 0 || glyph >= glyphs.size()) {
            throw new IOException("No such glyph");
        }
        byte[][] global = font.getGlobalSubrIndex().toArray(byte[][]::new);
        check(glyphs.get(glyph), global, local(font, glyph));
    }

    static void check(byte[] code, byte[][] global, byte @Nullable [][] local) throws IOException {
        new CharStringCost(global, local).walk(code, 0);
    }

    private static byte @Nullable [][] local(CFFFont font, int glyph) {
        Map<String, Object> settings = Map.of();
        if (font instanceof CFFType1Font plain) {
            settings = plain.getPrivateDict();
        } else if (font instanceof CFFCIDFont cid) {
            int chosen = cid.getFdSelect().getFDIndex(glyph);
            if (chosen >= 0 && chosen < cid.getPrivDicts().size()) {
                settings = cid.getPrivDicts().get(chosen);
            }
        }
        return settings.get("Subrs") instanceof byte[][] subroutines ? subroutines : null;
    }

    private void walk(byte[] code, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("Subroutines nested too deeply");
        }
        int at = 0;
        while (at < code.length) {
            if (++steps > MOST_STEPS) {
                throw new IOException("A glyph of too many steps");
            }
            int step = code[at++] & 0xff;
            switch (step) {
                case 10 -> call(local, depth);
                case 29 -> call(global, depth);
                case 12 -> at = command(at + 1);
                case 1, 3, 18, 23 -> {
                    stems += numbers / 2;
                    at = command(at);
                }
                case 19, 20 -> {
                    stems += numbers / 2;
                    at = command(at + (stems + 7) / 8);
                }
                default -> at = step >= 32 || step == 28 ? number(step, code, at) : command(at);
            }
        }
    }

    private void call(byte @Nullable [][] subroutines, int depth) throws IOException {
        if (subroutines == null || subroutines.length == 0) {
            return;
        }
        int bias = subroutines.length < 1240 ? 107 : subroutines.length < 33900 ? 1131 : 32768;
        int index = last + bias;
        if (numbers == 0 || index < 0 || index >= subroutines.length) {
            throw new IOException("A subroutine that is not there");
        }
        numbers--;
        walk(subroutines[index], depth + 1);
    }

    private int command(int next) {
        numbers = 0;
        return next;
    }

    private int number(int step, byte[] code, int at) {
        numbers++;
        int first = at < code.length ? code[at] & 0xff : 0;
        if (step == 28) {
            last = (short) (first << 8 | (at + 1 < code.length ? code[at + 1] & 0xff : 0));
            return at + 2;
        }
        if (step <= 246) {
            last = step - 139;
            return at;
        }
        if (step <= 250) {
            last = (step - 247) * 256 + first + 108;
            return at + 1;
        }
        if (step <= 254) {
            last = -(step - 251) * 256 - first - 108;
            return at + 1;
        }
        last = Integer.MIN_VALUE / 2;
        return at + 4;
    }
}
