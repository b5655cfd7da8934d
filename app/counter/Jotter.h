#pragma once

#include <QString>

namespace motcua::counter {

/// Keeps words that somebody is typing and that are no part yet of a form or a record, so that no crash and no lock takes them
/// away. Thread: GUI.
class Jotter {
public:
    virtual ~Jotter() = default;

    /// What was typed into `field` and has not been settled; empty when there is nothing.
    virtual QString jotted(const QString& field) const = 0;
    /// On disk within 300 ms. Empty text forgets the field: its words have become part of something, or are not wanted.
    virtual void jot(const QString& field, const QString& text) = 0;
};

}
