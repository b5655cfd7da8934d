#pragma once

#include "app/journal/Unlocked.h"
#include "sync/http/ActivationClient.h"

#include <QObject>

#include <memory>

namespace motcua::station {

/// One person's key being bound to this desk. Made for one activation, by whoever has the station open; one of its signals comes once.
/// Thread: GUI.
class Activation : public QObject {
    Q_OBJECT

public:
    struct Of {
        QString login;
        QString code;
        journal::PersonKeyPointer key;
    };
    Activation(journal::Unlocked& station, Of of);

    /// Whether it could be one, however it was typed.
    static bool isCode(const QString& typed);

    void begin();

    /// Without a line: by an account file of the province. What the slot keeps; the platform is told when a line returns. Errors:
    /// "activation.file-wrong", "activation.file-over", "activation.code-wrong", "station.not-enrolled". Takes 0.1 s.
    static base::Result<QByteArray> byFile(journal::Unlocked& station, const Of& of, const QString& path, const base::Clock& clock);

signals:
    /// The platform's word, as the slot keeps it.
    void bound(const QByteArray& voucher);
    /// Errors: those of ActivationClient, "station.not-enrolled".
    void failed(const motcua::base::Error& error);

private:
    static void note(journal::Unlocked& station, const QString& login, const base::Error& error);
    base::Outcome prepare();

    journal::Unlocked& m_station;
    Of m_of;
    std::unique_ptr<http::ActivationClient> m_client;
};

}
