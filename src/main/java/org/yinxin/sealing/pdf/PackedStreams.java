package org.yinxin.sealing.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/** Unpacks, within bounds, the streams of an opened document whose filters the look at the raw bytes cannot follow. */
final class PackedStreams {

    private static final Set<COSName> PLAIN_OR_PICTURE = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);

    private final PdfLimits limits;
    private long unpacked;

    private PackedStreams(PdfLimits limits) {
        this.limits = limits;
    }

    static void check(COSDocument document, PdfLimits limits) {
        List<COSObjectKey> keys = List.copyOf(document.getXrefTable().keySet());
        if (keys.size() > limits.objects()) {
            throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
        }
        PackedStreams streams = new PackedStreams(limits);
        if (document.isEncrypted()) {
            streams.checkContainers(document);
        }
        for (COSObjectKey key : keys) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                streams.check(stream, filters(stream.getFilters()));
            }
        }
    }

    /** What is encrypted cannot be looked into from outside: object streams are unpacked here, before PDFBox does. */
    private void checkContainers(COSDocument document) {
        document.getXrefTable().values().stream()
                .filter(place -> place < 0)
                .distinct()
                .map(place ->
                        document.getObjectFromPool(new COSObjectKey(-place, 0)).getObject())
                .forEach(container -> {
                    if (container instanceof COSStream stream) {
                        unpack(stream, filters(stream.getFilters()));
                    }
                });
    }

    private static List<COSName> filters(COSBase filters) {
        if (filters instanceof COSName name) {
            return List.of(name);
        }
        return filters instanceof COSArray array
                ? array.toCOSNameStringList().stream().map(COSName::getPDFName).toList()
                : List.of();
    }

    private void check(COSStream stream, List<COSName> filters) {
        if (!filters.isEmpty() && !PLAIN_OR_PICTURE.contains(filters.getFirst())) {
            unpack(stream, filters);
        }
    }

    private void unpack(COSStream stream, List<COSName> filters) {
        try (InputStream raw = stream.createRawInputStream()) {
            byte[] data = raw.readAllBytes();
            for (COSName filter : filters) {
                if (PLAIN_OR_PICTURE.contains(filter) && !filter.getName().startsWith("Fl")) {
                    return;
                }
                Bounded kept = new Bounded(limits.streamBytes());
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .decode(new ByteArrayInputStream(data), kept, new COSDictionary(), 0);
                data = kept.toByteArray();
                unpacked += data.length;
                if (unpacked > limits.unpackedBytes()) {
                    throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
                }
            }
        } catch (IOException e) {
            // A stream that does not unpack shows nothing and costs nothing.
        }
    }

    /** Keeps what is written up to a limit. */
    private static final class Bounded extends ByteArrayOutputStream {

        private final long limit;

        Bounded(long limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            check(length);
            super.write(bytes, offset, length);
        }

        private void check(int more) {
            if (count + (long) more > limit) {
                throw new PdfRefusedException(PdfRefusal.TOO_COMPLEX);
            }
        }
    }
}
