package org.recyclegan.eval.flow;

import java.util.Locale;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** The use of OpenCV that the estimators share: threads, and conversion of pixels and vectors. */
final class OpenCv {

  /** Below this OpenCV's pyramids have been seen to work, but have not been checked. */
  static final int MINIMUM_SIDE = 32;

  static {
    // One thread a call: callers run whole flows side by side, which scales better than the stripes
    // inside one flow, and two levels of threads would only get in each other's way. The numbers do
    // not depend on it.
    opencv_core.setNumThreads(1);
  }

  private OpenCv() {}

  /** One of OpenCV's dense flow functions. */
  @FunctionalInterface
  interface DenseFlow {

    /** Fills {@code flow}, an empty Mat, with CV_32FC2 vectors. */
    void estimate(Mat from, Mat to, Mat flow);
  }

  /** Runs a function on two pictures. Everything native is freed before it returns or throws. */
  static FlowField run(GrayImage from, GrayImage to, DenseFlow function) {
    checkSizes(from, to);
    try (BytePointer fromBytes = new BytePointer(from.luma());
        BytePointer toBytes = new BytePointer(to.luma());
        Mat fromMat = new Mat(from.height(), from.width(), opencv_core.CV_8UC1, fromBytes);
        Mat toMat = new Mat(to.height(), to.width(), opencv_core.CV_8UC1, toBytes);
        // Fresh for each pair: what is in it already would be taken as a first guess.
        Mat flow = new Mat()) {
      function.estimate(fromMat, toMat, flow);
      return copy(flow);
    }
  }

  private static FlowField copy(Mat flow) {
    if (flow.type() != opencv_core.CV_32FC2 || !flow.isContinuous()) {
      throw new IllegalStateException("Expected a continuous CV_32FC2 flow, found " + flow);
    }
    float[] uv = new float[2 * flow.rows() * flow.cols()];
    // A view of the Mat's memory, which the Mat frees.
    new FloatPointer(flow.data()).get(uv);
    return new FlowField(flow.cols(), flow.rows(), uv);
  }

  private static void checkSizes(GrayImage from, GrayImage to) {
    if (from.width() != to.width() || from.height() != to.height()) {
      throw new IllegalArgumentException(
          "Flow needs two frames of one size, found " + from + " and " + to);
    }
    if (Math.min(from.width(), from.height()) < MINIMUM_SIDE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Flow needs sides of at least %d, found %s", MINIMUM_SIDE, from));
    }
  }
}
