#pragma once

#include "app/admin/AdminWords.h"
#include "app/domain/ports/Scanner.h"
#include "app/station/StationCard.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace motcua::admin {

/// One page about a station for whoever supports it: nothing about citizens, nothing secret. Looks at the line and at the devices
/// one after the other; ends once, with finished(). Thread: main.
class Diagnosis : public QObject {
    Q_OBJECT

public:
    Diagnosis(QString directory, Words words);
    ~Diagnosis() override;

    void begin();

signals:
    void finished(const QString& page);

private:
    void line(const QString& name, const QString& value);
    void describeProgram();
    void describeDirectory();
    void describeCertificate();
    void lookAtLine();
    void lookAtPrinters();
    void lookAtScanners();

    QString m_directory;
    Words m_words;
    station::StationCard m_card;
    QStringList m_page;
    QSslSocket m_socket;
    QTimer m_deadline;
    std::unique_ptr<domain::ports::Scanner> m_scanner;
    std::unique_ptr<domain::ports::ScanJob> m_search;
};

}
