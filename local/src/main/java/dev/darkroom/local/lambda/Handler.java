package dev.darkroom.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;

/** A handler as the runtime sees it: bytes in, bytes out. */
interface Handler {
  /** Handles one event; what the function throws comes out as it is. */
  byte[] handle(byte[] event, Context context) throws IOException;
}
