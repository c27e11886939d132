package org.recyclegan.recycle.nn.export;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of protocol buffers, put together field by field without generated classes. A message
 * must be complete before it becomes another's field. Arrays are not copied.
 */
final class ProtoMessage {

  private interface Field {
    void write(CodedOutputStream out) throws IOException;
  }

  private final List<Field> fields = new ArrayList<>();
  private int size;

  ProtoMessage integer(int number, long value) {
    return add(
        CodedOutputStream.computeInt64Size(number, value), out -> out.writeInt64(number, value));
  }

  /** A repeated field, one value after the other. */
  ProtoMessage integers(int number, long... values) {
    for (long value : values) {
      integer(number, value);
    }
    return this;
  }

  ProtoMessage decimal(int number, float value) {
    return add(
        CodedOutputStream.computeFloatSize(number, value), out -> out.writeFloat(number, value));
  }

  ProtoMessage text(int number, String value) {
    return add(
        CodedOutputStream.computeStringSize(number, value), out -> out.writeString(number, value));
  }

  ProtoMessage message(int number, ProtoMessage value) {
    return delimited(number, value.size, value::write);
  }

  /** Bytes that are floats, little-endian. */
  ProtoMessage rawFloats(int number, float... values) {
    return delimited(
        number,
        Math.multiplyExact(values.length, Float.BYTES),
        out -> {
          for (float value : values) {
            out.writeFloatNoTag(value);
          }
        });
  }

  /** Bytes that are 64-bit integers, little-endian. */
  ProtoMessage rawIntegers(int number, long... values) {
    return delimited(
        number,
        Math.multiplyExact(values.length, Long.BYTES),
        out -> {
          for (long value : values) {
            out.writeFixed64NoTag(value);
          }
        });
  }

  private ProtoMessage delimited(int number, int length, Field content) {
    int before =
        CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(length);
    return add(
        Math.addExact(before, length),
        out -> {
          out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
          out.writeUInt32NoTag(length);
          content.write(out);
        });
  }

  private ProtoMessage add(int length, Field field) {
    size = Math.addExact(size, length);
    fields.add(field);
    return this;
  }

  void write(CodedOutputStream out) throws IOException {
    for (Field field : fields) {
      field.write(out);
    }
  }
}
