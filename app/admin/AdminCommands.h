#pragma once

#include "app/admin/AdminWords.h"
#include "app/base/Result.h"

#include <QCommandLineParser>

#include <memory>

namespace motcua::station {
class Station;
}

namespace motcua::admin {

class Diagnosis;

/// motcua-admin: reads the command line, does one thing, ends with 0 (done), 1 (not done, said why) or 2 (not understood).
/// Thread: main.
class AdminCommands : public QObject {
    Q_OBJECT

public:
    AdminCommands();
    ~AdminCommands() override;

    /// An exit code, or nothing when the work goes on and ends with finished().
    std::optional<int> run(const QStringList& arguments);

signals:
    void finished(int exitCode);

private:
    std::optional<int> verify();
    std::optional<int> enrol();
    std::optional<int> addUser();
    std::optional<int> diagnose();
    std::optional<int> copy(const QString& from, const QString& to);
    base::Outcome addSlot(const QString& directory, const QString& password, const QString& newPassword);
    std::optional<int> ended(const base::Outcome& outcome);
    QString value(const char* option) const { return m_parser.value(QLatin1String(option)); }
    bool needs(std::initializer_list<const char*> options);

    QCommandLineParser m_parser;
    Words m_words{base::Language::Vietnamese};
    std::unique_ptr<station::Station> m_station;
    std::unique_ptr<Diagnosis> m_diagnosis;
};

}
