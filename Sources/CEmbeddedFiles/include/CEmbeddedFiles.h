#ifndef C_EMBEDDED_FILES_H
#define C_EMBEDDED_FILES_H

#include <stddef.h>

/// A file that is part of the program.
struct embedded_file {
    /// The path, such as "assets/style.css".
    const char *_Nonnull path;
    /// The bytes, followed by a zero that is not counted.
    const unsigned char *_Nonnull bytes;
    /// The number of bytes.
    size_t length;
};

/// The number of files.
size_t embedded_file_count(void);

/// The file at a position below `embedded_file_count()`.
struct embedded_file embedded_file_at(size_t position);

#endif
