#include "app/counter/LooseSheet.h"

#include <QDir>
#include <QSaveFile>

namespace motcua::counter {

LooseSheet::LooseSheet(const Ports& ports, const Printing& printing) : m_ports(ports), m_printing(printing) {}

void LooseSheet::print(const QString& form, const QJsonObject& values, int copies) {
    const auto pdf = m_ports.forms.render(form, values);
    if (pdf)
        send(form, *pdf, copies);
    else
        emit failed(pdf.error());
}

void LooseSheet::send(const QString& form, const QByteArray& pdf, int copies) {
    const PrintTarget& target = m_printing.target();
    if (!target.pdfDirectory.isEmpty()) {
        QDir().mkpath(target.pdfDirectory);
        QSaveFile file(QStringLiteral("%1/%2.pdf").arg(target.pdfDirectory, form));
        if (file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit())
            emit printed({});
        else
            emit failed({QStringLiteral("file.write-failed"), {{QStringLiteral("reason"), file.errorString()}}});
        return;
    }
    m_ports.printer.print({pdf, form, target.queue, QStringLiteral("A4"), copies})
        .then(this, [this](const base::Result<domain::ports::PrintReceipt>& receipt) {
            if (receipt)
                emit printed(receipt->queue);
            else
                emit failed(receipt.error());
        });
}

}
