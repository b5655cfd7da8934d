#pragma once

namespace motcua::gateway {

class BlobTable;
class BookTable;
class ClaimTable;
class Counts;
class DossierStateTable;
class EnrolmentTable;
class FaultTable;
class FeedCursor;
class FeedTable;
class HeadTable;
class HeardTable;
class LeaseTable;
class PersonTable;
class RecordTable;
class RowTable;
class StationTable;
class UnitTable;
class UploadTable;

/// Everything that a store holds, by what it is about. Handed to the work that PlatformStore::read() and write() run, and used by that
/// thread while it runs; who only reads has it const.
class Tables {
public:
    struct Parts {
        BlobTable& blobs;
        BookTable& books;
        ClaimTable& claims;
        Counts& counts;
        FeedCursor& cursor;
        DossierStateTable& dossiers;
        EnrolmentTable& enrolments;
        FaultTable& faults;
        FeedTable& feed;
        HeadTable& heads;
        HeardTable& heard;
        LeaseTable& leases;
        PersonTable& people;
        RecordTable& records;
        RowTable& rows;
        StationTable& stations;
        UnitTable& units;
        UploadTable& uploads;
    };
    explicit Tables(const Parts& parts) : m_parts(parts) {}

    FeedCursor& cursor() { return m_parts.cursor; }
    BlobTable& blobs() { return m_parts.blobs; }
    BookTable& books() { return m_parts.books; }
    ClaimTable& claims() { return m_parts.claims; }
    DossierStateTable& dossiers() { return m_parts.dossiers; }
    EnrolmentTable& enrolments() { return m_parts.enrolments; }
    FaultTable& faults() { return m_parts.faults; }
    FeedTable& feed() { return m_parts.feed; }
    HeadTable& heads() { return m_parts.heads; }
    HeardTable& heard() { return m_parts.heard; }
    LeaseTable& leases() { return m_parts.leases; }
    PersonTable& people() { return m_parts.people; }
    RecordTable& records() { return m_parts.records; }
    StationTable& stations() { return m_parts.stations; }
    UnitTable& units() { return m_parts.units; }
    UploadTable& uploads() { return m_parts.uploads; }

    const BlobTable& blobs() const { return m_parts.blobs; }
    const BookTable& books() const { return m_parts.books; }
    const FeedCursor& cursor() const { return m_parts.cursor; }
    const ClaimTable& claims() const { return m_parts.claims; }
    const Counts& counts() const { return m_parts.counts; }
    const DossierStateTable& dossiers() const { return m_parts.dossiers; }
    const EnrolmentTable& enrolments() const { return m_parts.enrolments; }
    const FaultTable& faults() const { return m_parts.faults; }
    const FeedTable& feed() const { return m_parts.feed; }
    const HeadTable& heads() const { return m_parts.heads; }
    const HeardTable& heard() const { return m_parts.heard; }
    const LeaseTable& leases() const { return m_parts.leases; }
    const PersonTable& people() const { return m_parts.people; }
    const RecordTable& records() const { return m_parts.records; }
    const RowTable& rows() const { return m_parts.rows; }
    const StationTable& stations() const { return m_parts.stations; }
    const UnitTable& units() const { return m_parts.units; }
    const UploadTable& uploads() const { return m_parts.uploads; }

    /// For those who put tables of their own in the place of some of these.
    const Parts& parts() const { return m_parts; }

private:
    Parts m_parts;
};

}
