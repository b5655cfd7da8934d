#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <vector>

namespace motcua::trial {

/// How long each step took, by its name.
class Figures {
public:
    /// The "steps" of a child's answer: name → milliseconds.
    void add(const QJsonObject& steps);
    /// Rows "step n median p95", tab-separated, with a heading.
    QString table() const;

private:
    QMap<QString, std::vector<qint64>> m_times;
};

}
