#include "tests/support/gateway/RecordChain.h"

#include "app/base/Clock.h"
#include "app/domain/DossierCode.h"
#include "tests/support/CopyFacts.h"
#include "tests/support/catalogue/ShippedCatalogue.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace motcua::test {

protocol::Record RecordChain::add(domain::Event event, std::pair<domain::VolumeId, int> numbered) {
    protocol::Record record;
    record.salt.resize(16);
    for (char& byte : record.salt)
        byte = static_cast<char>(QRandomGenerator::global()->bounded(256));
    const domain::EncodedBody encoded = domain::encodeBody(event.body);
    record.payload = encoded.json;
    const auto [volume, number] = numbered.second > 0 ? numbered : domain::takenNumber(event.body);
    protocol::RecordHeader& header = record.header;
    header.station = m_station;
    header.seq = ++m_seq;
    header.kind = QByteArray(domain::kindOf(event.body).latin1());
    header.version = encoded.version;
    header.dossier = event.dossier.value();
    header.dossierVersion = event.dossierVersion;
    header.volume = volume.value();
    header.number = number;
    header.actor = event.actor.value();
    header.at = event.at.isValid() ? event.at.toMSecsSinceEpoch() : QDateTime::currentMSecsSinceEpoch();
    header.previous = m_head;
    header.payloadDigest = protocol::payloadDigestOf(record.salt, record.payload);
    header.sealedDigest = QCryptographicHash::hash(record.payload + "sealed", QCryptographicHash::Sha256);
    m_head = protocol::hashOf(header);
    return record;
}

QString todaysCode(int serial, const QString& unit) {
    return domain::DossierCode{unit, base::toVietnamTime(QDateTime::currentDateTimeUtc()).date(), serial}.toString();
}

domain::ProcedureVersion procedureOf(const QString& code) {
    static const domain::Catalogue shipped = shippedCatalogue();
    const domain::Procedure* row = shipped.find(code);
    return row ? row->version : domain::ProcedureVersion();
}

domain::BookEntry rowOf(const domain::DossierReceived& received, const domain::Volume& volume, int number, const domain::Signer& signer) {
    domain::BookEntry row;
    row.volume = volume.id;
    row.number = number;
    row.volumeLabel = volume.symbol.isEmpty() ? QString() : volume.label();
    row.numberLabel = QStringLiteral("%1").arg(number, 5, 10, QLatin1Char('0'));
    row.date = base::toVietnamTime(QDateTime::currentDateTimeUtc()).date();
    row.applicant = received.applicant.name;
    row.document = received.job.subject;
    row.columns = received.job.columns;
    row.signer = signer;
    row.copies = received.job.copies;
    row.fee = domain::totalOf(received.fees);
    return row;
}

CopyJob::CopyJob(const GatewayProcess& gateway)
    : dossier(domain::DossierId::make(QDateTime::currentMSecsSinceEpoch())), clerk(gateway.person(domain::Role::Clerk).id),
      supervisor(gateway.person(domain::Role::Supervisor)), unit(gateway.unit()), m_gateway(gateway) {}

domain::Event CopyJob::event(domain::EventBody body, qint64 version) const {
    const bool bySupervisor = std::holds_alternative<domain::DossierApproved>(body) || std::holds_alternative<domain::EntryRegistered>(body);
    return {std::move(body), dossier, version, {}, bySupervisor ? supervisor.id : clerk, {}};
}

domain::Signer CopyJob::signer() const {
    return {supervisor.id, supervisor.name, supervisor.title, supervisor.authority};
}

domain::Event CopyJob::received(const QString& code, const QStringList& pages) const {
    domain::DossierReceived body;
    body.code = code;
    body.helpedUnit = body.receivedUnit = body.decidingUnit = unit;
    body.procedure = procedureOf(QStringLiteral("2.000815"));
    body.applicant.name = QStringLiteral("Đỗ Thị \"Thử\" \\ 😀");
    body.applicant.personalId = QStringLiteral("022198000123");
    certifyCopy(body, QStringLiteral("Bằng tốt nghiệp"), 2, 3);
    body.received = QDateTime::currentDateTimeUtc();
    domain::Paper paper;
    paper.name = QStringLiteral("Bản chính");
    for (const QString& page : pages)
        paper.pages.push_back({page, QStringLiteral("image/jpeg"), 1, 1, 1});
    body.papers = {paper};
    return event(body, 1);
}

domain::Event CopyJob::submitted(qint64 version) const {
    return event(domain::DossierSubmitted{}, version);
}

domain::Event CopyJob::approved(qint64 version) const {
    return event(domain::DossierApproved{signer(), false}, version);
}

domain::Event CopyJob::registered(domain::VolumeId volume, int number, qint64 version) const {
    domain::Volume book = m_gateway.volume(volume);
    book.id = volume;
    return event(domain::EntryRegistered{rowOf(std::get<domain::DossierReceived>(received({}).body), book, number, signer())}, version);
}

domain::Event CopyJob::released(const QUuid& to, qint64 version) const {
    return event(domain::DossierReleased{domain::StationId(to)}, version);
}

domain::Event CopyJob::note(const QString& text) const {
    return event(domain::NoteAdded{text}, 0);
}

}
