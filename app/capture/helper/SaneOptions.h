#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <optional>

#include <sane/sane.h>

namespace motcua::capture::helper {

/// The options of one open device, by name. What a device does not have is left alone: no two have the same.
class SaneOptions {
public:
    explicit SaneOptions(SANE_Handle handle);

    bool has(const QString& name) const { return m_indices.contains(name); }
    /// The words a device offers for an option; empty if it has no list.
    QStringList choices(const QString& name) const;
    /// Sets an option from text, read by the option's own type; false if the device did not take it.
    bool setText(const QString& name, const QString& text);
    /// Sets the nearest value the device allows; false if the device did not take it.
    bool setNumber(const QString& name, double value);
    std::optional<double> number(const QString& name) const;
    SANE_Unit unit(const QString& name) const;

private:
    void reload();
    const SANE_Option_Descriptor* find(const QString& name) const;
    bool set(const QString& name, void* value);

    SANE_Handle m_handle;
    std::map<QString, SANE_Int> m_indices;
};

}
