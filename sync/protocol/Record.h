#pragma once

#include <QByteArray>
#include <QUuid>

#include <optional>
#include <vector>

namespace motcua::protocol {

/// The part of a journal record that is chained. Everything here lies in clear on the station's disk: ids, kinds, numbers and
/// times, nothing about a person.
struct RecordHeader {
    QUuid station;
    qint64 seq = 0;            ///< from 1, without gaps, per station
    QByteArray kind;           ///< "dossier-received", …
    int version = 1;           ///< of the kind
    QUuid dossier;             ///< null: not about a dossier
    qint64 dossierVersion = 0; ///< 0: only adds
    QUuid volume;              ///< null: takes no number
    int number = 0;
    QUuid actor;
    qint64 at = 0;            ///< UTC milliseconds
    QByteArray previous;      ///< hash of the header before, 32 bytes; 32 zero bytes for seq 1
    QByteArray payloadDigest; ///< SHA-256 of salt + payload, 32 bytes
    QByteArray sealedDigest;  ///< SHA-256 of the sealed bytes on the station's disk, 32 bytes

    friend bool operator==(const RecordHeader&, const RecordHeader&) = default;
};

/// A person's signature over one act: the records of one transaction. It lies beside each of them, outside the header, and stands for itself there:
/// whoever has one record of the act can check it without the others. See Act.h.
struct ActSignature {
    QByteArray key;                 ///< SHA-256 of the person's public key (DER, SubjectPublicKeyInfo), 32 bytes
    qint64 first = 0;               ///< seq of the act's first record
    std::vector<QByteArray> hashes; ///< of the headers of all its records, in their order
    QByteArray signature;           ///< ECDSA P-256 with SHA-256, DER

    friend bool operator==(const ActSignature&, const ActSignature&) = default;
};

/// A record as it travels and as the gateway keeps it.
struct Record {
    RecordHeader header;
    QByteArray salt;                      ///< 16 random bytes, sealed with the payload: a thief cannot guess names against digests
    QByteArray payload;                   ///< the body, compact UTF-8 JSON
    std::optional<ActSignature> act = {}; ///< nothing: no person signed it

    friend bool operator==(const Record&, const Record&) = default;
};

/// SHA-256 over the canonical form of every field above, in the order above: integers big-endian 64 bit, UUIDs 16 bytes
/// (RFC 4122), byte strings with a 32-bit length before them. Changing this breaks every journal ever written.
QByteArray hashOf(const RecordHeader& header);
QByteArray payloadDigestOf(QByteArrayView salt, QByteArrayView payload);

}
